import { coroutine, createTask, print, sleep } from 'asyncio-lab';

const count = coroutine(function* count(name: string) {
  for (const n of [1, 2]) {
    print(`${name} ${n}`);
    yield* sleep(0);
  }
});

export const main = coroutine(function* main() {
  const a = createTask(count('a'));
  const b = createTask(count('b'));
  print('main waits');
  yield* a;
  yield* b;
  print('main ends');
});

export const prediction: string[] = ['a 1', 'b 1', 'main waits', 'a 2', 'b 2', 'main ends'];
