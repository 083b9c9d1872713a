import { coroutine, print, sleep } from 'asyncio-lab';

export const main = coroutine(function* main() {
  yield* sleep(1000);
  print('hello');
});
