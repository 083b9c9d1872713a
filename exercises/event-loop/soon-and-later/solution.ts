import { coroutine, getRunningLoop, print, sleep } from 'asyncio-lab';

export const main = coroutine(function* main() {
  const loop = getRunningLoop();
  loop.callSoon(print, 'soon');
  loop.callLater(1, print, 'later');
  loop.callLater(2, print, 'last');
  print('main goes on');
  yield* sleep(3);
  print('main ends');
});
