import { coroutine, createTask, gather, print, sleep } from 'asyncio-lab';

const work = coroutine(function* work(name: string) {
  try {
    print(`${name} begins`);
    yield* sleep(1);
    print(`${name} ends`);
  } finally {
    print(`${name} cleans up`);
  }
});

export const main = coroutine(function* main() {
  const early = createTask(work('early'));
  const late = createTask(work('late'));
  early.cancel();
  print('main cancelled early');
  yield* sleep(0);
  late.cancel();
  print('main cancelled late');
  yield* gather(early, late, { returnExceptions: true });
  print('both are over');
});

export const prediction: string[] = [
  // [en] TODO: the lines that this prints, in their order, each as 'a string'.
  // [zh-TW] TODO：依順序寫下這個程式印出的每一行，每行一個 '字串'。
];
