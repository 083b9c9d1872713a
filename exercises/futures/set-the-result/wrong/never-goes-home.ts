import { coroutine, createTask, print, sleep } from 'asyncio-lab';

const courier = coroutine(function* courier() {
  yield* sleep(2);
  print('courier rings');
  return 'a lamp';
});

export const main = coroutine(function* main() {
  const trip = createTask(courier());
  print('main waits');
  print(`main has ${yield* trip}`);
});
