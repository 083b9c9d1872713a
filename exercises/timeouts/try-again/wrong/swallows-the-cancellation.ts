import { coroutine, print, RuntimeError, sleep, TimeoutError, waitFor } from 'asyncio-lab';

const ask = coroutine(function* ask(server: string, attempt: number) {
  print(`${server}: attempt ${attempt}`);
  yield* sleep(1);
  if (server === 'broken' || attempt < 3) throw new RuntimeError('busy');
  return 'an answer';
});

const tryAgain = coroutine(function* tryAgain(server: string) {
  let pause = 1;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return yield* ask(server, attempt);
    } catch (error) {
      if (attempt === 4) throw error;
    }
    yield* sleep(pause);
    pause *= 2;
  }
});

export const main = coroutine(function* main() {
  print(yield* tryAgain('busy'));
  try {
    print(yield* waitFor(tryAgain('broken'), 2.5));
  } catch (error) {
    if (!(error instanceof TimeoutError)) throw error;
    print('given up');
  }
});
