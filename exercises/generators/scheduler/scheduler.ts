import { coroutine, print } from 'asyncio-lab';

function* walker(name: string, steps: number): Generator<void> {
  for (let step = 1; step <= steps; step += 1) {
    print(`${name} takes step ${step}`);
    yield;
  }
}

function runAll(walkers: Generator<void>[]): void {
  // [en] TODO: let the walkers take turns, one step each, until all have arrived. The one that has
  // [en] waited longest is next. This is an event loop, of three lines or so.
  // [zh-TW] TODO：讓這些 walker 輪流，每次走一步，直到全部走完。等得最久的就是下一個。
  // [zh-TW] 這就是事件迴圈，大約三行。
}

export const main = coroutine(function* main() {
  runAll([walker('ant', 2), walker('bee', 3), walker('cat', 1)]);
  print('all have arrived');
});
