import { coroutine, getRunningLoop, print, sleep } from 'asyncio-lab';

export const main = coroutine(function* main() {
  const loop = getRunningLoop();
  // [en] TODO: have the loop print 'soon' at its next turn, 'later' at 1 s and 'last' at 2 s.
  // [zh-TW] TODO：讓迴圈在下一輪印出 'soon'，第 1 秒印出 'later'，第 2 秒印出 'last'。
  print('main goes on');
  yield* sleep(3);
  print('main ends');
});
