/** Subprocesses on both clocks, with Node as the program that is run. */
import { describe, expect, test } from 'vitest';
import {
  type Awaitable,
  allTasks,
  createSubprocessExec,
  createSubprocessShell,
  createTask,
  DEVNULL,
  gather,
  PIPE,
  Process,
  run,
  STDOUT,
  sleep,
  waitFor,
} from '../../src/index.js';
import { bytes, CAT, clocks, ENDLESS, inputOf, node, outputOf, text } from './processes.js';

// A machine under load takes its time to start a program.
const MEBIBYTE = 1 << 20;

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

describe.each(clocks)('on the %s clock', (clock) => {
  const running = <T>(main: () => Awaitable<T>) => run(main(), { clock });

  test('communicate gives output and errors, and the exit code is known', async () => {
    const result = await running(function* () {
      const child = yield* node(`console.log(1); console.error(2); process.exitCode = 3`, {
        stdout: PIPE,
        stderr: PIPE,
      });
      expect(child).toBeInstanceOf(Process);
      expect([child.stdin, child.returncode]).toEqual([undefined, undefined]);
      const [stdout, stderr] = yield* child.communicate();
      return [text(stdout), text(stderr), child.returncode, yield* child.wait()];
    });
    expect(result).toEqual(['1\n', '2\n', 3, 3]);
  });

  test('a mebibyte goes through a process and back', async () => {
    const input = new Uint8Array(MEBIBYTE).map((_, index) => index % 251);
    const output = await running(function* () {
      const child = yield* node(CAT, { stdin: PIPE, stdout: PIPE });
      const [stdout] = yield* child.communicate(input);
      return stdout;
    });
    expect(Buffer.compare(output ?? bytes(''), input)).toBe(0);
  });

  test('a mebibyte goes out and back line by line, held up by nobody', async () => {
    const line = bytes(`${'x'.repeat(1023)}\n`);
    const read = await running(function* () {
      const child = yield* node(CAT, { stdin: PIPE, stdout: PIPE, limit: 4096 });
      const [stdin, stdout] = [inputOf(child), outputOf(child)];
      const writing = createTask(
        (function* () {
          for (let count = 0; count < 1024; count += 1) {
            stdin.write(line);
            yield* stdin.drain();
          }
          stdin.close();
          yield* stdin.waitClosed();
        })(),
      );
      let size = 0;
      for (;;) {
        const { length } = yield* stdout.readline();
        if (length === 0) break;
        size += length;
      }
      yield* writing;
      return [size, yield* child.wait()];
    });
    expect(read).toEqual([MEBIBYTE, 0]);
  });

  test('a conversation, line by line', async () => {
    const result = await running(function* () {
      const child = yield* node(CAT, { stdin: PIPE, stdout: PIPE });
      const lines: (string | undefined)[] = [];
      for (const line of ['a\n', 'b\n']) {
        inputOf(child).write(bytes(line));
        lines.push(text(yield* outputOf(child).readline()));
      }
      inputOf(child).close();
      return [lines, yield* child.wait()];
    });
    expect(result).toEqual([['a\n', 'b\n'], 0]);
  });

  test('STDOUT sends errors where output goes, in the order in which they are written', async () => {
    const program = `
      const { writeSync } = require('node:fs');
      for (const fd of [1, 2, 1, 2]) writeSync(fd, fd + ' ');
    `;
    const result = await running(function* () {
      const child = yield* node(program, { stdout: PIPE, stderr: STDOUT });
      expect(child.stderr).toBe(undefined);
      const [stdout, stderr] = yield* child.communicate();
      return [text(stdout), stderr, child.returncode];
    });
    expect(result).toEqual(['1 2 1 2 ', undefined, 0]);
  });

  test('STDOUT goes where output goes also when that is nowhere', async () => {
    const result = await running(function* () {
      const child = yield* node(`console.error('lost')`, { stdout: DEVNULL, stderr: STDOUT });
      return yield* child.communicate();
    });
    expect(result).toEqual([undefined, undefined]);
  });

  test('DEVNULL is empty input', async () => {
    const result = await running(function* () {
      const child = yield* node(CAT, { stdin: DEVNULL, stdout: PIPE });
      return [text((yield* child.communicate())[0]), child.returncode];
    });
    expect(result).toEqual(['', 0]);
  });

  test('a second communicate gives nothing more', async () => {
    const result = await running(function* () {
      const child = yield* node(CAT, { stdin: PIPE, stdout: PIPE });
      const first = yield* child.communicate(bytes('once'));
      const second = yield* child.communicate(bytes('twice'));
      return [first, second].map(([stdout]) => text(stdout));
    });
    expect(result).toEqual(['once', '']);
  });

  test('a process that does not read its input is no error for communicate', async () => {
    const result = await running(function* () {
      const child = yield* node(`console.log('bye'); process.exit()`, {
        stdin: PIPE,
        stdout: PIPE,
      });
      const [stdout] = yield* child.communicate(new Uint8Array(4 * MEBIBYTE));
      return [text(stdout), child.returncode];
    });
    expect(result).toEqual(['bye\n', 0]);
  });

  test('a writer whose process is killed learns of it', async () => {
    const result = await running(function* () {
      const child = yield* node(ENDLESS, { stdin: PIPE, stdout: PIPE });
      yield* outputOf(child).readline();
      const stdin = inputOf(child);
      stdin.write(new Uint8Array(4 * MEBIBYTE));
      const errors: string[] = [];
      const failing = function* (waiting: Awaitable<unknown>) {
        try {
          yield* waiting;
        } catch (error) {
          errors.push(String(error));
        }
      };
      const draining = createTask(failing(stdin.drain()));
      yield* sleep(0);
      child.kill();
      yield* draining;
      yield* failing(stdin.waitClosed());
      yield* failing(stdin.drain());
      return [errors, yield* child.wait()];
    });
    const expected = [
      'BrokenPipeError',
      'BrokenPipeError',
      'ConnectionResetError: Connection lost',
    ];
    expect(result).toEqual([expected, -9]);
  });

  test('the return code of a signal is its number, negative', async () => {
    const result = await running(function* () {
      const codes: number[] = [];
      for (const end of [
        (child: Process) => child.kill(),
        (child: Process) => child.terminate(),
        (child: Process) => child.sendSignal('SIGINT'),
        (child: Process) => child.sendSignal(1),
      ]) {
        const child = yield* node(ENDLESS, { stdout: PIPE });
        yield* outputOf(child).readline();
        end(child);
        codes.push(yield* child.wait());
      }
      return codes;
    });
    expect(result).toEqual([-9, -15, -2, -1]);
  });

  test('a process may ignore SIGTERM, but not SIGKILL', async () => {
    const program = `
      process.on('SIGTERM', () => console.log('no'));
      ${ENDLESS}
    `;
    const result = await running(function* () {
      const child = yield* node(program, { stdout: PIPE });
      yield* outputOf(child).readline();
      child.terminate();
      const answer = text(yield* outputOf(child).readline());
      const before = child.returncode;
      child.kill();
      return [answer, before, yield* child.wait()];
    });
    expect(result).toEqual(['no\n', undefined, -9]);
  });

  test('a process in the middle of its output is killed; what it wrote is read', async () => {
    const program = `setInterval(() => process.stdout.write('x'.repeat(1000)), 1)`;
    const result = await running(function* () {
      const child = yield* node(program, { stdout: PIPE });
      yield* outputOf(child).readexactly(5000);
      child.kill();
      const [rest] = yield* child.communicate();
      return [rest !== undefined, child.returncode];
    });
    expect(result).toEqual([true, -9]);
  });

  test('signals cannot be sent to a process whose end is known', async () => {
    const result = await running(function* () {
      const child = yield* node('');
      yield* child.wait();
      return [() => child.kill(), () => child.terminate(), () => child.sendSignal('SIGINT')].map(
        thrown,
      );
    });
    expect(result).toEqual(Array(3).fill('ProcessLookupError'));
  });

  test('signals that do not exist are refused', async () => {
    const result = await running(function* () {
      const child = yield* node(ENDLESS, { stdout: PIPE });
      const errors = [99, -1, 'SIGNOTHING', 1.5].map((signal) =>
        thrown(() => child.sendSignal(signal)),
      );
      child.sendSignal(0);
      child.kill();
      yield* child.wait();
      return errors;
    });
    expect(result).toEqual([
      'OSError: [Errno 22] Invalid argument',
      'OSError: [Errno 22] Invalid argument',
      "ValueError: invalid signal name 'SIGNOTHING'",
      'TypeError: sig must be an int, not 1.5',
    ]);
  });

  test('many wait for the same process; one of them gives up', async () => {
    const result = await running(function* () {
      const child = yield* node(CAT, { stdin: PIPE });
      const waiting = Array.from({ length: 20 }, () => createTask(child.wait()));
      yield* sleep(0);
      waiting[3]?.cancel();
      yield* sleep(0);
      inputOf(child).close();
      const codes = yield* gather(...waiting, { returnExceptions: true });
      return codes.map(String);
    });
    const expected = Array(20).fill('0');
    expected[3] = 'CancelledError';
    expect(result).toEqual(expected);
  });

  test('wait returns when the code is known and the pipes are drained', async () => {
    const result = await running(function* () {
      const child = yield* node(`console.log('output')`, { stdout: PIPE });
      const log: unknown[] = [];
      const waiting = function* (name: string) {
        const code = yield* child.wait();
        log.push([name, code, child.returncode]);
      };
      const reading = function* () {
        log.push(text(yield* outputOf(child).read()));
      };
      yield* gather(waiting('first'), reading(), waiting('second'));
      return log;
    });
    expect(result).toEqual(['output\n', ['first', 0, 0], ['second', 0, 0]]);
  });

  test('communicate can be given up, and begun again', async () => {
    const result = await running(function* () {
      const child = yield* node(CAT, { stdin: PIPE, stdout: PIPE });
      const communicating = createTask(child.communicate());
      yield* sleep(0);
      communicating.cancel();
      const [given] = yield* gather(communicating, { returnExceptions: true });
      inputOf(child).write(bytes('still there'));
      const [stdout] = yield* child.communicate();
      return [String(given), text(stdout), child.returncode];
    });
    expect(result).toEqual(['CancelledError', 'still there', 0]);
  });

  test('a start that is cancelled kills the process', async () => {
    const result = await running(function* () {
      const starting = createTask(node(ENDLESS, { stdout: PIPE }));
      yield* sleep(0);
      starting.cancel();
      const [given] = yield* gather(starting, { returnExceptions: true });
      return String(given);
    });
    expect(result).toBe('CancelledError');
  });

  test('cwd and env are those of the process', async () => {
    const program =
      'console.log(process.cwd(), JSON.stringify(process.env.VARIABLE), process.env.NO)';
    const result = await running(function* () {
      const child = yield* node(program, {
        stdout: PIPE,
        cwd: '/',
        env: { VARIABLE: 'ä b', NO: undefined },
      });
      return text((yield* child.communicate())[0]);
    });
    expect(result).toBe('/ "ä b" undefined\n');
  });

  test('a session of its own is ended with all that it has started', async () => {
    const result = await running(function* () {
      const child = yield* createSubprocessShell('sleep 60 & echo begun; wait', {
        stdout: PIPE,
        startNewSession: true,
      });
      const line = text(yield* outputOf(child).readline());
      process.kill(-child.pid, 'SIGTERM');
      // The pipe has its end only when nobody has it any more.
      return [line, yield* waitFor(child.wait(), 30)];
    });
    expect(result).toEqual(['begun\n', -15]);
  });

  test('a command line runs in the shell', async () => {
    const result = await running(function* () {
      const child = yield* createSubprocessShell('read a; echo "<$a>"; echo 2 >&2; exit 4', {
        stdin: PIPE,
        stdout: PIPE,
        stderr: STDOUT,
      });
      const [stdout] = yield* child.communicate(bytes('x y\n'));
      return [text(stdout), child.returncode];
    });
    expect(result).toEqual(['<x y>\n2\n', 4]);
  });

  test('tasks are numbered as in CPython: the pipes are connected in a task', async () => {
    const result = await running(function* () {
      const child = yield* node('');
      const waiting = createTask(child.wait());
      yield* waiting;
      return waiting.getName();
    });
    expect(result).toBe('Task-3');
  });

  test('a process that is left over is killed when its loop is closed', async () => {
    const pid = await running(function* () {
      const child = yield* node(ENDLESS, { stdin: PIPE, stdout: PIPE });
      return child.pid;
    });
    for (let attempts = 100; isAlive(pid) && attempts > 0; attempts -= 1) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    expect(isAlive(pid)).toBe(false);
  });

  test('what cannot be started says why', async () => {
    const result = await running(function* () {
      const errors: string[] = [];
      const cases = [
        ['no-such-program', {}],
        ['no-such-program', { stdout: PIPE, stderr: STDOUT }],
        ['./no-such-program', {}],
        ['', { env: { PATH: '/' } }],
        ['/', {}],
        [`${process.execPath}/x`, {}],
        [process.execPath, { cwd: '/no-such-folder' }],
        [process.execPath, { cwd: process.execPath }],
        ['program', { env: { PATH: '/no-such-folder' } }],
        [process.execPath, { stdout: STDOUT }],
        [process.execPath, { stdin: -7 }],
        [process.execPath, { stdin: 9999 }],
        [process.execPath, { stdin: 0.5 }],
        [process.execPath, { env: { 'A=B': 'C' } }],
        ['nul\0', {}],
      ] as const;
      for (const [program, options] of cases) {
        try {
          yield* createSubprocessExec(program, options);
        } catch (error) {
          errors.push(String(error));
        }
      }
      return errors;
    });
    expect(result).toEqual([
      "FileNotFoundError: [Errno 2] No such file or directory: 'no-such-program'",
      "FileNotFoundError: [Errno 2] No such file or directory: 'no-such-program'",
      "FileNotFoundError: [Errno 2] No such file or directory: './no-such-program'",
      "PermissionError: [Errno 13] Permission denied: ''",
      "PermissionError: [Errno 13] Permission denied: '/'",
      `NotADirectoryError: [Errno 20] Not a directory: '${process.execPath}/x'`,
      "FileNotFoundError: [Errno 2] No such file or directory: '/no-such-folder'",
      `NotADirectoryError: [Errno 20] Not a directory: '${process.execPath}'`,
      "FileNotFoundError: [Errno 2] No such file or directory: 'program'",
      'ValueError: STDOUT can only be used for stderr',
      'OSError: [Errno 9] Bad file descriptor',
      `OSError: [Errno 9] Bad file descriptor: '${process.execPath}'`,
      'TypeError: a stream is PIPE, DEVNULL or a file descriptor, not 0.5',
      'ValueError: illegal environment variable name',
      'ValueError: embedded null byte',
    ]);
  });
});

test('a start whose pipes are never connected ends with the process', async () => {
  const main = function* () {
    const given: string[] = [];
    for (const isStartCancelled of [false, true]) {
      const starting = createTask(node(ENDLESS, { stdout: PIPE }));
      // The task that connects the pipes has to have begun.
      for (let turn = 0; turn < 2; turn += 1) yield* sleep(0);
      for (const task of allTasks()) {
        const name = task.getCoro()?.name;
        if (name === 'BaseSubprocessTransport._connect_pipes') task.cancel();
      }
      if (isStartCancelled) starting.cancel();
      given.push(...(yield* gather(starting, { returnExceptions: true })).map(String));
    }
    return given;
  };
  expect(await run(main())).toEqual(['CancelledError', 'CancelledError']);
});

test('what is no program, no argument and no input is refused', async () => {
  const main = function* () {
    const errors: string[] = [];
    for (const mistake of [
      () => createSubprocessExec(3 as never),
      () => createSubprocessExec(process.execPath, '-e', 3 as never),
      () => createSubprocessShell(3 as never),
      function* () {
        const child = yield* node(CAT, { stdin: PIPE });
        try {
          yield* child.communicate('text' as never);
        } finally {
          child.kill();
        }
      },
    ]) {
      try {
        yield* mistake();
      } catch (error) {
        errors.push(String(error));
      }
    }
    return errors;
  };
  expect(await run(main())).toEqual([
    'TypeError: expected str, bytes or os.PathLike object, not int',
    'TypeError: expected str, bytes or os.PathLike object, not int',
    'ValueError: cmd must be a string',
    "AssertionError: 'text'",
  ]);
});

test('there is no text mode: what is read and written is bytes', async () => {
  const main = function* () {
    const errors: string[] = [];
    for (const option of [
      { text: true },
      { encoding: 'utf-8' },
      { errors: 'strict' },
      { universalNewlines: true },
      { bufsize: 1 },
      { shell: true },
      { shell: false },
    ]) {
      for (const start of [
        () => createSubprocessExec('true', option as never),
        () => createSubprocessShell('true', option as never),
      ]) {
        try {
          const child = yield* start();
          yield* child.wait();
        } catch (error) {
          errors.push(String(error));
        }
      }
    }
    return errors;
  };
  expect(await run(main())).toEqual([
    ...Array(2).fill('ValueError: text must be False'),
    ...Array(2).fill('ValueError: encoding must be None'),
    ...Array(2).fill('ValueError: errors must be None'),
    ...Array(2).fill('ValueError: universal_newlines must be False'),
    ...Array(2).fill('ValueError: bufsize must be 0'),
    'ValueError: shell must be False',
    'ValueError: shell must be True',
  ]);
});

test('a time limit on the real clock leaves the process as it is', async () => {
  const main = function* () {
    const child = yield* node(ENDLESS, { stdout: PIPE });
    const errors: string[] = [];
    for (const waiting of [() => child.wait(), () => child.communicate()]) {
      try {
        yield* waitFor<unknown>(waiting(), 0.05);
      } catch (error) {
        errors.push(String(error));
      }
    }
    const before = child.returncode;
    child.kill();
    return [errors, before, yield* child.wait()];
  };
  expect(await run(main())).toEqual([['TimeoutError', 'TimeoutError'], undefined, -9]);
});

function thrown(call: () => unknown): string {
  try {
    call();
  } catch (error) {
    return String(error);
  }
  return 'nothing';
}
