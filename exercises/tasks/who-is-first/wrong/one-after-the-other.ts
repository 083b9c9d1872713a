import { coroutine, createTask, print, sleep } from 'asyncio-lab';

const work = coroutine(function* work(name: string) {
  print(`${name} begins`);
  yield* sleep(1);
  print(`${name} ends`);
});

export const main = coroutine(function* main() {
  const a = createTask(work('a'));
  print('a is a task');
  const b = createTask(work('b'));
  print('b is a task');
  yield* b;
  print('main has b');
  yield* a;
  print('main has a');
});

export const prediction: string[] = [
  'a is a task',
  'b is a task',
  'b begins',
  'b ends',
  'main has b',
  'a begins',
  'a ends',
  'main has a',
];
