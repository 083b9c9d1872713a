import { coroutine, gather, print, sleep } from 'asyncio-lab';

const load = coroutine(function* load(part: string, seconds: number) {
  print(`${part}: asked for`);
  yield* sleep(seconds);
  print(`${part}: here`);
});

export const main = coroutine(function* main() {
  yield* load('text', 2);
  yield* gather(load('picture', 3), load('map', 1));
  print('page shown');
});
