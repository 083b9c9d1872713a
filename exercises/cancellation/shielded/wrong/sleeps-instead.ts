import { coroutine, print, shield, sleep, TimeoutError, waitFor } from 'asyncio-lab';

const save = coroutine(function* save() {
  print('saving');
  yield* sleep(3);
  return 'chapter 7';
});

export const main = coroutine(function* main() {
  let saved = 'nothing';
  try {
    saved = yield* waitFor(shield(save()), 2);
  } catch (error) {
    if (!(error instanceof TimeoutError)) throw error;
    print('please wait');
    yield* sleep(1);
  }
  print(`${saved} is saved`);
});
