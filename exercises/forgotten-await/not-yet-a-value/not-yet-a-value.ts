import { coroutine, print, sleep } from 'asyncio-lab';

const price = coroutine(function* price(what: string) {
  yield* sleep(1);
  return what === 'tea' ? 2 : 3;
});

// [en] TODO: the line should be 'tea 2, cake 3', and after it 'together 5'.
// [zh-TW] TODO：這一行應該是 'tea 2, cake 3'，接著再印一行 'together 5'。
export const main = coroutine(function* main() {
  const tea = price('tea');
  const cake = price('cake');
  print(`tea ${tea}, cake ${cake}`);
});
