import { blockingSleep, coroutine, createTask, print, threaded, toThread } from 'asyncio-lab';

export const convert = threaded(import.meta.url, function convert(picture: string) {
  blockingSleep(3);
  return `${picture}.png`;
});

export const main = coroutine(function* main() {
  for (const picture of ['sun', 'moon', 'star']) {
    print(yield* createTask(toThread(convert, picture)));
  }
});
