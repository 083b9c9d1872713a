import { coroutine, gather, print, sleep } from 'asyncio-lab';

const runner = coroutine(function* runner(gun: { fired: boolean }, name: string, seconds: number) {
  print(`${name} is ready`);
  while (!gun.fired) yield* sleep(1);
  print(`${name} starts`);
  yield* sleep(seconds);
  print(`${name} arrives`);
});

const starter = coroutine(function* starter(gun: { fired: boolean }) {
  yield* sleep(2.5);
  print('bang');
  gun.fired = true;
});

export const main = coroutine(function* main() {
  const gun = { fired: false };
  yield* gather(runner(gun, 'Ann', 4), runner(gun, 'Bob', 3), starter(gun));
});
