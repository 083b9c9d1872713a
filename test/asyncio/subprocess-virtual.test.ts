/** How the virtual clock waits for processes, which are outside work. */
import { expect, test } from 'vitest';
import {
  type Awaitable,
  createTask,
  DEVNULL,
  Event,
  getRunningLoop,
  PIPE,
  print,
  Runner,
  run,
  sleep,
  waitFor,
} from '../../src/index.js';
import { bytes, CAT, ENDLESS, inputOf, node, outputOf, text } from './processes.js';
import { programTranscript, transcript } from './transcript.js';

// A machine under load takes its time to start a program.
/** So long may a process be still here, in milliseconds: to wait for seconds would show no more. */
const PATIENCE = { withPipes: 200, otherwise: 600 };

/** The transcript of a program whose processes count as waiting for it so soon. */
function briefly(main: () => Awaitable<unknown>): Promise<string[]> {
  return programTranscript(() => run(main()), { patience: PATIENCE });
}

test('the time stands still while a process works, and no limit passes meanwhile', async () => {
  const lines = await transcript(function* () {
    createTask(
      (function* () {
        yield* sleep(0.001);
        print('a moment later');
      })(),
    );
    const child = yield* node(`setTimeout(() => console.log('done'), 300)`, { stdout: PIPE });
    print(text((yield* waitFor(child.communicate(), 0.1))[0]?.subarray(0, 4)), child.returncode);
    yield* sleep(1);
  });
  expect(lines).toEqual(['t=0 done 0', 't=0.001 a moment later']);
});

test('the end of a process that nobody waits for is known before the time moves on', async () => {
  const lines = await transcript(function* () {
    const child = yield* node('setTimeout(() => process.exit(7), 200)');
    yield* sleep(1);
    print(child.returncode);
  });
  expect(lines).toEqual(['t=1 7']);
});

test('a process that waits for its input lets the time go on', async () => {
  const lines = await briefly(function* () {
    const child = yield* node(CAT, { stdin: PIPE, stdout: PIPE });
    const reading = createTask(
      (function* () {
        print('read', text(yield* outputOf(child).read(100)));
      })(),
    );
    yield* sleep(5);
    inputOf(child).write(bytes('late'));
    yield* reading;
    inputOf(child).close();
    print(yield* child.wait());
  });
  expect(lines).toEqual(['t=5 read late', 't=5 0']);
});

test('a process whose output nobody reads lets the time go on', async () => {
  const program = `process.stdout.write('x'.repeat(1 << 20), () => process.exit())`;
  const lines = await briefly(function* () {
    const child = yield* node(program, { stdout: PIPE });
    yield* sleep(5);
    print(child.returncode);
    print((yield* child.communicate())[0]?.length, child.returncode);
  });
  expect(lines).toEqual(['t=5 None', `t=5 ${1 << 20} 0`]);
});

test('a process that at most waits for a signal lets the time go on, later', async () => {
  const begun = performance.now();
  const lines = await briefly(function* () {
    const child = yield* node(ENDLESS, { stdout: DEVNULL });
    yield* sleep(60);
    child.terminate();
    print(yield* child.wait());
  });
  expect(lines).toEqual(['t=60 -15']);
  expect(performance.now() - begun).toBeGreaterThan(PATIENCE.otherwise * 0.9);
});

test('nothing is dead while a process lives, and everything when it has ended', async () => {
  const lines = await programTranscript(async () => {
    const main = function* () {
      const child = yield* node('setTimeout(() => {}, 200)');
      print(yield* child.wait());
      yield* new Event().wait();
    };
    await run(main()).catch((error: Error) => print(error.message.split('\n')[1]?.trim()));
  });
  expect(lines).toEqual(['t=0 0', 't=0 Task-1, <generator>(), awaits Event.wait()']);
});

test('a process that has ended holds nobody up with output that nobody reads', async () => {
  const lines = await programTranscript(async () => {
    const main = function* () {
      // More than the reader takes, less than the pipe holds: 64 KiB, where it is not a pair of sockets.
      const child = yield* node(`process.stdout.write('x'.repeat(50_000))`, {
        stdout: PIPE,
        limit: 1000,
      });
      yield* sleep(5);
      print(child.returncode);
      yield* new Event().wait();
    };
    await run(main()).catch((error: Error) => print(error.name));
  });
  expect(lines).toEqual(['t=5 0', 't=5 DeadlockError']);
});

test('a process from an earlier run of the loop is waited for too', async () => {
  const lines = await programTranscript(async () => {
    const runner = new Runner();
    const child = await runner.run(node('setTimeout(() => {}, 2500)'));
    const waiting = function* () {
      const loop = getRunningLoop();
      print(yield* child.wait(), loop.time());
    };
    await runner.run(waiting());
    await runner.close();
  });
  expect(lines).toEqual(['t=0 0 0']);
});
