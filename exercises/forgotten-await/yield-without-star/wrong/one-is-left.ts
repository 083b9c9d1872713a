import { coroutine, print, sleep } from 'asyncio-lab';

const countDown = coroutine(function* countDown(from: number) {
  for (let n = from; n > 0; n -= 1) {
    print(n);
    yield sleep(1);
  }
});

export const main = coroutine(function* main() {
  yield* countDown(3);
  print('lift-off');
});
