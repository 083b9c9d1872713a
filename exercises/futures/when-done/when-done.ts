import { coroutine, getRunningLoop, print, sleep } from 'asyncio-lab';

export const main = coroutine(function* main() {
  const letter = getRunningLoop().createFuture<string>();
  letter.addDoneCallback((future) => print(`Ann reads ${future.result()}`));
  letter.addDoneCallback((future) => print(`Bob reads ${future.result()}`));
  print('main writes');
  letter.setResult('hello');
  print('main has written');
  print(`main reads ${yield* letter}`);
  yield* sleep(0);
  print('main ends');
});

export const prediction: string[] = [
  // [en] TODO: the lines that this prints, in their order, each as 'a string'.
  // [zh-TW] TODO：依順序寫下這個程式印出的每一行，每行一個 '字串'。
];
