import { coroutine, print, sleep } from 'asyncio-lab';

const bake = coroutine(function* bake(what: string, seconds: number) {
  yield* sleep(seconds);
  return what;
});

export const main = coroutine(function* main() {
  for (const oven of [bake('rolls', 1), bake('pie', 2), bake('cake', 3)]) {
    print(`serving ${yield* oven}`);
  }
});
