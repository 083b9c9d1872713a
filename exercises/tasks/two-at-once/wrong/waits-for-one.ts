import { coroutine, createTask, print, sleep } from 'asyncio-lab';

const sayAfter = coroutine(function* sayAfter(seconds: number, what: string) {
  yield* sleep(seconds);
  print(what);
});

export const main = coroutine(function* main() {
  const tea = createTask(sayAfter(1, 'tea is ready'));
  createTask(sayAfter(2, 'toast is ready'));
  yield* tea;
  print('breakfast');
});
