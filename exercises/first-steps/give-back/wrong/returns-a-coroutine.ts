import { coroutine, print, sleep } from 'asyncio-lab';

const square = coroutine(function* square(n: number) {
  return sleep(1, n * n);
});

export const main = coroutine(function* main() {
  const nine = yield* square(3);
  print('3 squared is', nine);
  const sixteen = yield* square(4);
  print('4 squared is', sixteen);
});
