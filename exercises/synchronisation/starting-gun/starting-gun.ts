import { coroutine, gather, print, sleep } from 'asyncio-lab';

// [en] TODO: the runners start before the gun is fired. Let each wait for it, by an Event.
// [zh-TW] TODO：鳴槍之前選手就出發了。請用 Event 讓每位選手等待槍聲。
const runner = coroutine(function* runner(name: string, seconds: number) {
  print(`${name} is ready`);
  print(`${name} starts`);
  yield* sleep(seconds);
  print(`${name} arrives`);
});

const starter = coroutine(function* starter() {
  yield* sleep(2.5);
  print('bang');
});

export const main = coroutine(function* main() {
  yield* gather(runner('Ann', 4), runner('Bob', 3), starter());
});
