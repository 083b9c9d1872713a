import { blockingSleep, coroutine, createTask, print, sleep } from 'asyncio-lab';

// [en] This stands for a quarter of a second of computing, in which nobody else can run.
// [zh-TW] 這代表四分之一秒的計算，這段時間裡別人都無法執行。
function computePart() {
  blockingSleep(0.25);
}

const report = coroutine(function* report() {
  for (let part = 1; part <= 12; part += 1) {
    computePart();
    yield* sleep(0);
  }
  print('report done');
});

const phone = coroutine(function* phone() {
  yield* sleep(1);
  print('phone answered');
});

export const main = coroutine(function* main() {
  const phoning = createTask(phone());
  const reporting = createTask(report());
  yield* phoning;
  yield* reporting;
});
