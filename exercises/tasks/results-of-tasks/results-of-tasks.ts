import { coroutine, createTask, print, sleep } from 'asyncio-lab';

const countBirds = coroutine(function* countBirds(seconds: number, birds: number) {
  yield* sleep(seconds);
  return birds;
});

export const main = coroutine(function* main() {
  const garden = createTask(countBirds(2, 3));
  const park = createTask(countBirds(1, 7));
  // [en] TODO: the results are asked for before they are there. Wait for both, then print the lines.
  // [zh-TW] TODO：結果還沒有，就先去拿了。請等待兩者，再印出這兩行。
  print(`garden ${garden.result()}, park ${park.result()}`);
  print(`together ${garden.result() + park.result()}`);
});
