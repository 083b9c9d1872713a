import { coroutine, createTask, type Future, getRunningLoop, print, sleep } from 'asyncio-lab';

const courier = coroutine(function* courier(parcel: Future<string>) {
  yield* sleep(2);
  print('courier rings');
  parcel.setResult('a lamp');
  yield* sleep(1);
  print('courier is home');
});

export const main = coroutine(function* main() {
  const parcel = getRunningLoop().createFuture<string>();
  const trip = createTask(courier(parcel));
  print('main waits');
  print(`main has ${yield* parcel}`);
  yield* trip;
});
