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
  // [en] TODO: the lines that are printed, in their order, each as a string, such as 'a begins'
  // [zh-TW] TODO：依序寫下會印出的每一行，每行是一個字串，例如 'a begins'
];
