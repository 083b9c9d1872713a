import { coroutine, print, sleep } from 'asyncio-lab';

export const main = coroutine(function* main() {
  yield sleep(1);
  print('hello');
});
