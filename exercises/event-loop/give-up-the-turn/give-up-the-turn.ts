import { blockingSleep, coroutine, createTask, print, sleep } from 'asyncio-lab';

// [en] This stands for a quarter of a second of computing, in which nobody else can run.
// [zh-TW] 這代表四分之一秒的計算，這段時間裡別人都無法執行。
function computePart() {
  blockingSleep(0.25);
}

// [en] TODO: the phone rings at 1 s, and nobody answers before 3 s. Let others run between the parts.
// [zh-TW] TODO：電話在第 1 秒響起，卻到第 3 秒才有人接。請讓別人在每一段計算之間也能執行。
const report = coroutine(function* report() {
  for (let part = 1; part <= 12; part += 1) {
    computePart();
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
