/**
 * Runs what needs CPython. An interpreter that is a process of its own ends with this one, however
 * that ends, and Ctrl-C ends both at once.
 *
 * Pyodide holds up this process while a program runs, so that no signal could be taken: there, each
 * ends the process as it always does.
 */

import { type Chosen, chooseInterpreter, type Wanted } from '../lab/cpython/choose.js';
import type { Interpreter } from '../lab/cpython/interpreter.js';
import type { Context } from './context.js';
import { interruptedCode } from './interrupts.js';
import { leave, leavingNothing } from './leave.js';

/** Start the interpreter that fits, and call a function with it. */
export async function withPython<T>(
  wanted: Omit<Wanted, 'signal'>,
  { messages: { interrupted } }: Context,
  fn: (chosen: Chosen) => Promise<T>,
): Promise<T> {
  const ending = new AbortController();
  const interrupt = () => {
    process.stderr.write(`asyncio-lab: ${interrupted}\n`);
    leave(interruptedCode);
  };
  const together = async <R>(call: () => Promise<R>): Promise<R> => {
    process.on('SIGINT', interrupt);
    try {
      return await leavingNothing(() => ending.abort(), call);
    } finally {
      process.off('SIGINT', interrupt);
    }
  };
  const { interpreter, ...chosen } = await together(() =>
    chooseInterpreter({ ...wanted, signal: ending.signal }),
  );
  const bound: Interpreter = {
    python: interpreter.python,
    run: (program) => together(() => interpreter.run(program)),
    close: () => interpreter.close(),
  };
  try {
    return await fn({ ...chosen, interpreter: chosen.isApart ? bound : interpreter });
  } finally {
    interpreter.close();
  }
}
