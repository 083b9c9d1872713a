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
  'beat 1',
  'work begins',
  'work ends',
  'beat 2',
  'beat 3',
  'worker goes home',
];
