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
  'main cancelled early',
  'late begins',
  'main cancelled late',
  'late cleans up',
  'both are over',
];
