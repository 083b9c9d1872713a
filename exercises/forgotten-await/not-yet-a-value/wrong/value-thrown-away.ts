import { coroutine, print, sleep } from 'asyncio-lab';

const price = coroutine(function* price(what: string) {
  yield* sleep(1);
  return what === 'tea' ? 2 : 3;
});

export const main = coroutine(function* main() {
  const tea = price('tea');
  const cake = price('cake');
  yield* tea;
  yield* cake;
  print(`tea ${tea}, cake ${cake}`);
  print(`together ${Number(tea) + Number(cake)}`);
});
