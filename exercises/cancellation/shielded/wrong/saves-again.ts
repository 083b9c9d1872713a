import { coroutine, print, sleep, TimeoutError, waitFor } from 'asyncio-lab';

const save = coroutine(function* save() {
  print('saving');
  yield* sleep(3);
  return 'chapter 7';
});

export const main = coroutine(function* main() {
  let saved = 'nothing';
  try {
    saved = yield* waitFor(save(), 2);
  } catch (error) {
    if (!(error instanceof TimeoutError)) throw error;
    print('please wait');
    saved = yield* save();
  }
  print(`${saved} is saved`);
});
