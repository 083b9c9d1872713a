import { coroutine, createTask, print, sleep } from 'asyncio-lab';

const save = coroutine(function* save(what: string) {
  print(`saving ${what}`);
  yield* sleep(2);
  print(`saved ${what}`);
});

export const main = coroutine(function* main() {
  const saving = createTask(save('the letter'));
  yield* sleep(1);
  print('window closed');
  yield* saving;
});
