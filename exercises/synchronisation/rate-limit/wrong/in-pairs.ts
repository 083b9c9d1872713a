import { coroutine, gather, print, sleep } from 'asyncio-lab';

const ask = coroutine(function* ask(question: number, seconds: number) {
  print(`asking ${question}`);
  yield* sleep(seconds);
  print(`answer ${question}`);
});

export const main = coroutine(function* main() {
  const durations = [1, 2.5, 1, 1, 1, 1];
  for (let i = 0; i < durations.length; i += 2) {
    yield* gather(ask(i + 1, durations[i]!), ask(i + 2, durations[i + 1]!));
  }
});
