import { coroutine, print, sleep } from 'asyncio-lab';

const price = coroutine(function* price(what: string) {
  yield* sleep(1);
  return what === 'tea' ? 2 : 3;
});

export const main = coroutine(function* main() {
  const tea = price('tea');
  const cake = price('cake');
  print(`tea ${tea}, cake ${cake}`);
  const sum = (yield* tea) + (yield* cake);
  print(`together ${sum}`);
});
