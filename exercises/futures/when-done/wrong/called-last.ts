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
  'main writes',
  'main has written',
  'main reads hello',
  'main ends',
  'Ann reads hello',
  'Bob reads hello',
];
