/**
 * Programs with processes and signals, beside the same ones on the machine's Python, line by line.
 *
 * The Python programs are in `subprocess-live.py`.
 */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import {
  type Awaitable,
  createSubprocessExec,
  createTask,
  Event,
  gather,
  getRunningLoop,
  PIPE,
  print,
  realHost,
  run,
  STDOUT,
  sleep,
  withHost,
} from '../../src/index.js';
import { nativePython } from '../lab/cpython/native-python.js';
import { bytes, CAT, inputOf, node, outputOf } from './processes.js';

// A machine under load takes its time to start a program.
const python = await nativePython();
const program = fileURLToPath(new URL('./subprocess-live.py', import.meta.url));

async function linesOfPython(name: string): Promise<string[]> {
  const running = promisify(execFile)(python ?? '', [program, name, process.execPath]);
  return (await running).stdout.trimEnd().split('\n');
}

async function linesOf(main: () => Awaitable<unknown>): Promise<string[]> {
  const lines: string[] = [];
  const output = {
    print: ({ text }: { text: string }) => lines.push(text),
    warn: (text: string) => lines.push(`warning: ${text}`),
  };
  await withHost(realHost({ output }), () => run(main()));
  return lines;
}

function* failing(awaitable: Awaitable<unknown>) {
  try {
    yield* awaitable;
  } catch (error) {
    tell(error);
  }
}

/** Say what was thrown as the Python programs do, with the colon also where nothing follows. */
function tell(error: unknown): void {
  if (error instanceof Error) print(`${error.name}: ${error.message}`);
}

const programs: Readonly<Record<string, () => Awaitable<unknown>>> = {
  *errors() {
    const create = createSubprocessExec;
    yield* failing(create('no-such-program'));
    yield* failing(create('no-such-program', { stdout: PIPE, stderr: STDOUT }));
    yield* failing(create('', { env: { PATH: '/' } }));
    yield* failing(create('/'));
    yield* failing(create(`${process.execPath}/x`));
    yield* failing(create(process.execPath, { cwd: '/no-such-folder' }));
    yield* failing(create(process.execPath, { cwd: process.execPath }));
    yield* failing(create(process.execPath, { stdout: STDOUT }));
    yield* failing(create(process.execPath, { stdin: -7 }));
    yield* failing(create(process.execPath, { stdin: 9999 }));
    yield* failing(create(process.execPath, { env: { 'A=B': 'C' } }));
    yield* failing(create('nul\0'));
  },

  *order() {
    const child = yield* node(`console.log('output')`, { stdout: PIPE });
    const waiting = function* (name: string) {
      print(name, yield* child.wait(), child.returncode, outputOf(child).atEof());
    };
    const reading = function* () {
      print(yield* outputOf(child).read());
    };
    const tasks = [waiting('a'), reading(), waiting('b')].map((it) => createTask(it));
    print(...tasks.map((task) => task.getName()));
    yield* gather(...tasks);
    print(yield* child.communicate(), child.returncode);
  },

  *signals() {
    for (const end of ['SIGKILL', 'SIGTERM', 'SIGINT']) {
      const child = yield* node('console.log(1); setInterval(() => {}, 1000)', { stdout: PIPE });
      yield* outputOf(child).readline();
      child.sendSignal(end);
      print(yield* child.wait(), child.returncode);
      for (const method of ['kill', 'terminate'] as const) {
        try {
          child[method]();
        } catch (error) {
          print([error]);
        }
      }
    }
    const child = yield* node('setInterval(() => {}, 1000)', { stdin: PIPE });
    for (const number of [99, -1, 0]) {
      try {
        child.sendSignal(number);
      } catch (error) {
        print(error);
      }
    }
    const stdin = inputOf(child);
    stdin.write(new Uint8Array(1 << 22));
    const draining = createTask(stdin.drain());
    yield* sleep(0);
    child.kill();
    yield* failing(draining);
    yield* failing(stdin.waitClosed());
    yield* failing(stdin.drain());
    print(yield* child.wait());
  },

  *cancelling() {
    const child = yield* node(CAT, { stdin: PIPE, stdout: PIPE });
    const waiting = Array.from({ length: 3 }, () => createTask(child.wait()));
    const communicating = createTask(child.communicate());
    yield* sleep(0);
    waiting[1]?.cancel();
    communicating.cancel();
    print(yield* gather(communicating, { returnExceptions: true }));
    inputOf(child).write(bytes('still there'));
    print(yield* child.communicate(), child.returncode);
    print(yield* gather(...waiting, { returnExceptions: true }));
    print(yield* child.communicate(bytes('again')));
  },

  *handlers() {
    const loop = getRunningLoop();
    const handled = new Event();
    const handler = (...args: unknown[]) => {
      print('handler', ...args);
      handled.set();
    };
    for (const number of [99, 0, 1.5, 9]) {
      try {
        loop.addSignalHandler(number, handler);
      } catch (error) {
        tell(error);
      }
    }
    loop.addSignalHandler('SIGTERM', handler, 'first');
    loop.addSignalHandler('SIGTERM', handler, 'second', 2);
    process.kill(process.pid, 'SIGTERM');
    yield* handled.wait();
    print(loop.removeSignalHandler('SIGTERM'), loop.removeSignalHandler('SIGTERM'));
  },
};

describe.skipIf(python === undefined)('as on the Python of this machine', () => {
  test.each(Object.entries(programs))('%s', async (name, main) => {
    const theirs = await linesOfPython(name);
    expect(await linesOf(main)).toEqual(theirs);
  });
});
