import { blockingSleep, coroutine, print, sleep } from 'asyncio-lab';

function computePart() {
  blockingSleep(0.25);
}

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
  yield* phone();
  yield* report();
});
