import { blockingSleep, coroutine, print, threaded } from 'asyncio-lab';

export const convert = threaded(import.meta.url, function convert(picture: string) {
  blockingSleep(3);
  return `${picture}.png`;
});

export const main = coroutine(function* main() {
  for (const picture of ['sun', 'moon', 'star']) {
    print(convert(picture));
  }
});
