import { expect, test } from 'vitest';
import {
  allTasks,
  coroutine,
  createTask,
  currentTask,
  getRunningLoop,
  newEventLoop,
  print,
  sleep,
} from '../../src/index.js';
import { caught } from '../caught.js';
import { transcript } from './transcript.js';

const names = () => [...allTasks()].map((task) => task.getName());

test('the current task is the one that makes a step, and none in a callback', async () => {
  const lines = await transcript(function* () {
    print(currentTask()?.getName());
    const inner = coroutine(function* inner() {
      return currentTask()?.getName();
    });
    print(yield* inner());
    print(yield* createTask(inner()));
    getRunningLoop().callSoon(() => print(currentTask()));
    yield* sleep(0);
    print(currentTask()?.getName());
  });
  expect(lines).toEqual(['t=0 Task-1', 't=0 Task-1', 't=0 Task-2', 't=0 None', 't=0 Task-1']);
});

test('all tasks are those that are not done, in order of creation', async () => {
  const lines = await transcript(function* () {
    createTask(sleep(2), { name: 'a' });
    createTask(sleep(1), { name: 'b' });
    print(names());
    yield* sleep(1.5);
    print(names());
    const all = allTasks();
    all.clear();
    print(names());
  });
  expect(lines).toEqual([
    "t=0 ['Task-1', 'a', 'b']",
    "t=1.5 ['Task-1', 'a']",
    "t=1.5 ['Task-1', 'a']",
  ]);
});

test('both look at the running loop, or at the loop given', () => {
  expect(caught(() => allTasks())).toBe('RuntimeError: no running event loop');
  expect(caught(() => currentTask())).toBe('RuntimeError: no running event loop');
  const loop = newEventLoop({ clock: 'virtual' });
  const task = loop.createTask((function* () {})());
  task.logsDestroyPending = false;
  expect([...allTasks(loop)][0] === task).toBe(true);
  expect(currentTask(loop)).toBeUndefined();
  loop.close();
});
