import { coroutine, print, sleep } from 'asyncio-lab';

const load = coroutine(function* load(name: string) {
  yield* sleep(1);
  print(`${name} loaded`);
  return `text of the ${name}`;
});

const save = coroutine(function* save(name: string, text: string) {
  yield* sleep(2);
  print(`${name} saved: ${text}`);
});

// [en] TODO: done is printed, but nothing was saved. Find out why, and mend it.
// [zh-TW] TODO：印出了 done，卻什麼都沒有存。找出原因並修正。
export const main = coroutine(function* main() {
  const text = yield* load('diary');
  save('copy', text);
  print('done');
});
