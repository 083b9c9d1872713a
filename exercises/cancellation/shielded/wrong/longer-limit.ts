import { coroutine, createTask, print, shield, sleep, TimeoutError, waitFor } from 'asyncio-lab';

const save = coroutine(function* save() {
  print('saving');
  yield* sleep(3);
  return 'chapter 7';
});

export const main = coroutine(function* main() {
  const task = createTask(save());
  let saved = 'nothing';
  try {
    saved = yield* waitFor(shield(task), 5);
  } catch (error) {
    if (!(error instanceof TimeoutError)) throw error;
    print('please wait');
    saved = yield* task;
  }
  print(`${saved} is saved`);
});
