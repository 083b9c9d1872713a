import { asCompleted, coroutine, createTask, print, sleep } from 'asyncio-lab';

const bake = coroutine(function* bake(what: string, seconds: number) {
  yield* sleep(seconds);
  return what;
});

export const main = coroutine(function* main() {
  const ovens = [
    createTask(bake('cake', 3)),
    createTask(bake('rolls', 1)),
    createTask(bake('pie', 2)),
  ];
  for (const next of asCompleted(ovens)) {
    print(`serving ${yield* next}`);
  }
});
