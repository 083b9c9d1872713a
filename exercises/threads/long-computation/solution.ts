import { blockingSleep, coroutine, gather, print, threaded, toThread } from 'asyncio-lab';

export const convert = threaded(import.meta.url, function convert(picture: string) {
  blockingSleep(3);
  return `${picture}.png`;
});

export const main = coroutine(function* main() {
  const pictures = ['sun', 'moon', 'star'];
  const names = yield* gather(...pictures.map((picture) => toThread(convert, picture)));
  for (const name of names) print(name);
});
