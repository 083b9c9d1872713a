import { coroutine, createTask, print, sleep } from 'asyncio-lab';

const count = coroutine(function* count(name: string) {
  for (const n of [1, 2]) {
    print(`${name} ${n}`);
    yield* sleep(0);
  }
});

export const main = coroutine(function* main() {
  const a = createTask(count('a'));
  const b = createTask(count('b'));
  print('main waits');
  yield* a;
  yield* b;
  print('main ends');
});

export const prediction: string[] = [
  // [en] TODO: the lines that are printed, in their order, each as a string, such as 'a 1'
  // [zh-TW] TODO：依序寫下會印出的每一行，每行是一個字串，例如 'a 1'
];
