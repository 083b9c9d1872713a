import { expect, test } from 'vitest';
import { coroutine, createTask, gather, print, run, sleep, type Task } from '../../src/index.js';
import { transcript } from '../asyncio/transcript.js';

test('tasks that wait for one another are described once each', async () => {
  const tasks: Task[] = [];
  const awaiting = coroutine(function* awaiting(index: number) {
    yield* tasks[index] as Task;
  });
  const lines = await transcript(function* () {
    tasks.push(createTask(awaiting(1)), createTask(awaiting(0)));
    yield* sleep(1);
    print(`${tasks[0]}`);
    tasks[0]?.cancel();
  });
  expect(lines[0]).toMatch(
    /^t=1 <Task pending name='Task-2' coro=<awaiting\(\)> wait_for=<Task .*\.\.\./,
  );
});

test.each([{ clock: 'virtual' }, {}] as const)(
  'tasks that wait for one another are a deadlock, and their cleanup runs: %o',
  async (on) => {
    const tasks: Task[] = [];
    const cleaned: number[] = [];
    const awaiting = coroutine(function* awaiting(index: number) {
      try {
        yield* index === 0 ? (tasks[0] as Task) : gather(tasks[1] as Task);
      } finally {
        cleaned.push(index);
      }
    });
    const main = coroutine(function* main() {
      tasks.push(createTask(awaiting(1)), createTask(awaiting(0)));
      yield* tasks[0] as Task;
    });
    await expect(run(main(), on)).rejects.toMatchObject({
      name: 'DeadlockError',
      message: expect.stringContaining('Task-3, awaiting(), awaits Task-2'),
    });
    expect(cleaned.toSorted()).toEqual([0, 1]);
  },
);
