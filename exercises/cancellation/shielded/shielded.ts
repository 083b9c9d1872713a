import { coroutine, print, sleep, TimeoutError, waitFor } from 'asyncio-lab';

const save = coroutine(function* save() {
  print('saving');
  yield* sleep(3);
  return 'chapter 7';
});

// [en] TODO: after 2 seconds waitFor() cancels the saving. It should only print please wait, let the
// [en] saving go on, and then wait until it is done.
// [zh-TW] TODO：2 秒後 waitFor() 會取消儲存。請讓它只印出 please wait，儲存照樣繼續，
// [zh-TW] 然後等到儲存完成。
export const main = coroutine(function* main() {
  let saved = 'nothing';
  try {
    saved = yield* waitFor(save(), 2);
  } catch (error) {
    if (!(error instanceof TimeoutError)) throw error;
    print('please wait');
  }
  print(`${saved} is saved`);
});
