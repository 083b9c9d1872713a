import { expect, test } from 'vitest';
import {
  asyncWith,
  type Body,
  coroutine,
  createTask,
  DeadlockError,
  Event,
  Future,
  gather,
  getRunningLoop,
  Lock,
  newEventLoop,
  print,
  Queue,
  run,
  shield,
  sleep,
  wait,
  wrapFuture,
} from '../../src/index.js';
import { programTranscript, transcript } from '../asyncio/transcript.js';

const forever = coroutine(function* forever() {
  yield* new Future();
});

/** The message of the deadlock that a coroutine ends in. */
async function deadlockOf(main: () => Body<unknown>): Promise<string> {
  return run(coroutine(main)(), { clock: 'virtual' }).then(
    () => 'no error',
    (error: unknown) => (error instanceof DeadlockError ? error.message : `${error}`),
  );
}

test('a main that can never go on ends with DeadlockError', async () => {
  expect(
    await deadlockOf(function* main() {
      yield* new Future();
    }),
  ).toBe(
    'every task waits for something that can no longer happen:\n  Task-1, main(), awaits a Future',
  );
});

test('the error lists every pending task, its coroutine and what it awaits', async () => {
  const message = await deadlockOf(function* main() {
    const lock = new Lock();
    yield* lock.acquire();
    const task = createTask(
      coroutine(function* second() {
        yield* lock.acquire();
      })(),
    );
    createTask(
      coroutine(function* third() {
        yield* new Queue().get();
      })(),
      { name: 'getter' },
    );
    createTask(
      coroutine(function* fourth() {
        yield* new Event().wait();
      })(),
    );
    createTask(
      coroutine(function* fifth() {
        yield* shield(task);
      })(),
    );
    createTask(
      coroutine(function* sixth() {
        yield* gather(task);
      })(),
    );
    createTask(
      coroutine(function* seventh() {
        yield* wait([task]);
      })(),
    );
    yield* task;
  });
  expect(message.split('\n')).toEqual([
    'every task waits for something that can no longer happen:',
    '  Task-1, main(), awaits Task-2',
    '  Task-2, second(), awaits Lock.acquire()',
    '  getter, third(), awaits Queue.get()',
    '  Task-3, fourth(), awaits Event.wait()',
    '  Task-4, fifth(), awaits shield()',
    '  Task-5, sixth(), awaits gather()',
    '  Task-6, seventh(), awaits wait()',
  ]);
});

test('two tasks that hold what the other one wants', async () => {
  const message = await deadlockOf(function* main() {
    const [left, right] = [new Lock(), new Lock()];
    const grab = coroutine(function* grab(first: Lock, second: Lock) {
      yield* asyncWith(first, function* () {
        yield* sleep(1);
        yield* asyncWith(second, function* () {});
      });
    });
    yield* gather(grab(left, right), grab(right, left));
  });
  expect(message).toContain(
    '  Task-2, grab(), awaits Lock.acquire()\n  Task-3, grab(), awaits Lock',
  );
});

test('the tasks are cancelled in order, and their cleanup runs', async () => {
  const lines = await programTranscript(async () => {
    const cleaning = coroutine(function* cleaning(name: string) {
      try {
        yield* forever();
      } catch (error) {
        print(`${name}: ${error}`);
        throw error;
      } finally {
        yield* sleep(1);
        print(`${name} has cleaned up`);
      }
    });
    const main = coroutine(function* main() {
      createTask(cleaning('task'));
      yield* cleaning('main');
    });
    await run(main()).catch((error: unknown) => print(`${(error as Error).name}`));
  });
  expect(lines).toEqual([
    't=0 main: CancelledError',
    't=0 task: CancelledError',
    't=1 main has cleaned up',
    't=1 task has cleaned up',
    't=1 DeadlockError',
  ]);
});

test('a cleanup that cannot go on either does not hang', async () => {
  const lines = await programTranscript(async () => {
    const main = coroutine(function* main() {
      try {
        yield* forever();
      } finally {
        yield* new Event().wait();
      }
    });
    await run(main()).catch((error: unknown) => print(error));
  });
  expect(lines).toEqual([
    'warning: Task was destroyed but it is pending!',
    't=0 every task waits for something that can no longer happen:',
    't=0   Task-1, main(), awaits Event.wait()',
  ]);
});

test('whatever a timer may still bring is no deadlock', async () => {
  const lines = await transcript(function* () {
    const future = new Future<string>();
    getRunningLoop().callLater(1000, () => future.setResult('late'));
    print(yield* future);
  });
  expect(lines).toEqual(['t=1000 late']);
});

test('a promise that settles later is no deadlock', async () => {
  const lines = await transcript(function* () {
    const promise = new Promise<string>((resolve) => setTimeout(resolve, 20, 'from outside'));
    print(yield* wrapFuture(promise));
  });
  expect(lines).toEqual(['t=0 from outside']);
});

test('plain JavaScript that completes a future later is no deadlock', async () => {
  const lines = await transcript(function* () {
    const future = new Future<string>();
    setTimeout(() => future.setResult('from outside'), 20);
    print(yield* future);
  });
  expect(lines).toEqual(['t=0 from outside']);
});

test('a promise that never settles is a deadlock in the end', async () => {
  expect(
    await deadlockOf(function* main() {
      yield* wrapFuture(new Promise(() => {}));
    }),
  ).toContain('Task-1, main(), awaits a promise');
});

test('a loop that runs forever with nothing to do is a deadlock', async () => {
  const loop = newEventLoop({ clock: 'virtual' });
  await expect(loop.runForever()).rejects.toMatchObject({
    name: 'DeadlockError',
    message: 'nothing is left to run, and nothing can stop the loop',
  });
  loop.close();
});

test('a loop can run again after a deadlock', async () => {
  const loop = newEventLoop({ clock: 'virtual' });
  const task = loop.createTask(forever());
  await expect(loop.runUntilComplete(task)).rejects.toBeInstanceOf(DeadlockError);
  task.cancel();
  await expect(loop.runUntilComplete(task)).rejects.toMatchObject({ name: 'CancelledError' });
  loop.close();
});
