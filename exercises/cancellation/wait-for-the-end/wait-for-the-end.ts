import { coroutine, createTask, print, sleep } from 'asyncio-lab';

const shop = coroutine(function* shop() {
  print('shop opens');
  try {
    yield* sleep(3600);
  } finally {
    print('last guests pay');
    yield* sleep(2);
    print('shop is closed');
  }
});

export const main = coroutine(function* main() {
  const task = createTask(shop());
  yield* sleep(1);
  task.cancel();
  // [en] TODO: cancel() only asks. Wait here until the shop is really closed.
  // [zh-TW] TODO：cancel() 只是要求。請在這裡等到店真正關好。
  print('lights out');
});
