import { blockingSleep, coroutine, print, threaded, toThread } from 'asyncio-lab';

export const convert = threaded(import.meta.url, function convert(picture: string) {
  blockingSleep(3);
  return `${picture}.png`;
});

export const convertAll = threaded(import.meta.url, function convertAll(pictures: string[]) {
  return pictures.map((picture) => convert(picture));
});

export const main = coroutine(function* main() {
  const names = yield* toThread(convertAll, ['sun', 'moon', 'star']);
  for (const name of names) print(name);
});
