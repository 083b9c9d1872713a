import { coroutine, createTask, print, sleep } from 'asyncio-lab';

const sayAfter = coroutine(function* sayAfter(seconds: number, what: string) {
  yield* sleep(seconds);
  print(what);
});

export const main = coroutine(function* main() {
  yield* createTask(sayAfter(1, 'tea is ready'));
  yield* createTask(sayAfter(2, 'toast is ready'));
  print('breakfast');
});
