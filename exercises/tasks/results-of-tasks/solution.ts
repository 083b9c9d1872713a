import { coroutine, createTask, print, sleep } from 'asyncio-lab';

const countBirds = coroutine(function* countBirds(seconds: number, birds: number) {
  yield* sleep(seconds);
  return birds;
});

export const main = coroutine(function* main() {
  const garden = createTask(countBirds(2, 3));
  const park = createTask(countBirds(1, 7));
  const inGarden = yield* garden;
  const inPark = yield* park;
  print(`garden ${inGarden}, park ${inPark}`);
  print(`together ${inGarden + inPark}`);
});
