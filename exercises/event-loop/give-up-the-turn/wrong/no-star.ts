import { blockingSleep, coroutine, createTask, print, sleep } from 'asyncio-lab';

function computePart() {
  blockingSleep(0.25);
}

const report = coroutine(function* report() {
  for (let part = 1; part <= 12; part += 1) {
    computePart();
    sleep(0);
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
