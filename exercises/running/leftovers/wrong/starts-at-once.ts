import { coroutine, createTask, print, sleep } from 'asyncio-lab';

const guard = coroutine(function* guard() {
  let round = 1;
  try {
    while (true) {
      print(`round ${round}`);
      yield* sleep(1);
      round += 1;
    }
  } finally {
    print('guard goes home');
  }
});

export const main = coroutine(function* main() {
  createTask(guard());
  print('main begins');
  yield* sleep(2.5);
  print('main ends');
});

export const prediction: string[] = [
  'round 1',
  'main begins',
  'round 2',
  'round 3',
  'main ends',
  'guard goes home',
];
