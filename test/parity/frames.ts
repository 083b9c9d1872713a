/**
 * What call graphs show of a program: its own calls and the library's, not those of its interpreter.
 *
 * The twin of `frames.py`. The library reads the running calls off V8's stack, so the interpreter's
 * are taken out of that.
 */
import type { Program } from './program.js';

type PrepareStackTrace = NonNullable<typeof Error.prepareStackTrace>;
type Calls = Parameters<PrepareStackTrace>[1];

const interpreter = /[/\\]interpreter\.ts$/;

/** What CPython has in C, where no call has a frame. */
const inC = /[/\\]core[/\\](contextvars|exceptiongroups)\.ts$/;

/** Do something while no stack shows the interpreter of a program. */
export async function hidingInterpreter<T>(program: Program, act: () => Promise<T>): Promise<T> {
  const names = new Set([...Object.keys(program.callbacks), ...Object.keys(program.coroutines)]);
  const before = Error.prepareStackTrace;
  Error.prepareStackTrace = (error, calls) => {
    return [error, ...visible(calls, names)].join('\n    at ');
  };
  try {
    return await act();
  } finally {
    Error.prepareStackTrace = before;
  }
}

/** Leave out the interpreter's calls, and the engine's own that have made those. */
function visible(calls: Calls, names: ReadonlySet<string>): Calls {
  let isHidden = false;
  return calls.filter((call) => {
    if (!call.isNative() && call.getFileName() !== null) {
      const file = call.getFileName() ?? '';
      const isOfProgram = names.has(call.getFunctionName() ?? '');
      isHidden = inC.test(file) || (interpreter.test(file) && !isOfProgram);
    }
    return !isHidden;
  });
}
