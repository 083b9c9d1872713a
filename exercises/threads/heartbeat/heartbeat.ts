import { blockingSleep, coroutine, gather, print, sleep } from 'asyncio-lab';

const heart = coroutine(function* heart() {
  for (let beat = 1; beat <= 3; beat += 1) {
    print(`beat ${beat}`);
    yield* sleep(1);
  }
});

const worker = coroutine(function* worker() {
  yield* sleep(0.5);
  print('work begins');
  blockingSleep(2);
  print('work ends');
  yield* sleep(0.25);
  print('worker goes home');
});

export const main = coroutine(function* main() {
  yield* gather(heart(), worker());
});

export const prediction: string[] = [
  // [en] TODO: the lines that this prints, in their order, each as 'a string'.
  // [zh-TW] TODO：依順序寫下這個程式印出的每一行，每行一個 '字串'。
];
