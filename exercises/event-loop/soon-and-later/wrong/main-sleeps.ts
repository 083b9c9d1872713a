import { coroutine, print, sleep } from 'asyncio-lab';

export const main = coroutine(function* main() {
  print('main goes on');
  print('soon');
  yield* sleep(1);
  print('later');
  yield* sleep(1);
  print('last');
  yield* sleep(1);
  print('main ends');
});
