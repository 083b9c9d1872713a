import { coroutine, print, sleep } from 'asyncio-lab';

const square = coroutine(function* square(n: number) {
  yield* sleep(1);
  print(n * n);
  return n * n;
});

export const main = coroutine(function* main() {
  const nine = yield* square(3);
  print('3 squared is', nine);
  const sixteen = yield* square(4);
  print('4 squared is', sixteen);
});
