import { coroutine, print, sleep } from 'asyncio-lab';

export const main = coroutine(function* main() {
  print('hello');
  yield* sleep(1);
});
