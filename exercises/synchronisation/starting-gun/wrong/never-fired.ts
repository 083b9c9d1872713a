import { coroutine, Event, gather, print, sleep } from 'asyncio-lab';

const runner = coroutine(function* runner(gun: Event, name: string, seconds: number) {
  print(`${name} is ready`);
  yield* gun.wait();
  print(`${name} starts`);
  yield* sleep(seconds);
  print(`${name} arrives`);
});

const starter = coroutine(function* starter(gun: Event) {
  yield* sleep(2.5);
  print('bang');
});

export const main = coroutine(function* main() {
  const gun = new Event();
  yield* gather(runner(gun, 'Ann', 4), runner(gun, 'Bob', 3), starter(gun));
});
