import { coroutine, print, sleep } from 'asyncio-lab';

const price = coroutine(function* price(what: string) {
  yield* sleep(1);
  return what === 'tea' ? 2 : 3;
});

export const main = coroutine(function* main() {
  print(`tea ${yield* price('tea')}, cake ${yield* price('cake')}`);
  print(`together ${(yield* price('tea')) + (yield* price('cake'))}`);
});
