import { coroutine, print, sleep } from 'asyncio-lab';

const countBirds = coroutine(function* countBirds(seconds: number, birds: number) {
  yield* sleep(seconds);
  return birds;
});

export const main = coroutine(function* main() {
  const inGarden = yield* countBirds(2, 3);
  const inPark = yield* countBirds(1, 7);
  print(`garden ${inGarden}, park ${inPark}`);
  print(`together ${inGarden + inPark}`);
});
