import {
  asyncWith,
  CancelledError,
  coroutine,
  gather,
  print,
  RuntimeError,
  rethrowIfCancelled,
  sleep,
  TaskGroup,
} from 'asyncio-lab';

const upload = coroutine(function* upload(part: string, seconds: number, isBroken = false) {
  try {
    yield* sleep(seconds);
  } catch (error) {
    if (error instanceof CancelledError) print(`${part} is stopped`);
    throw error;
  }
  if (isBroken) throw new RuntimeError(`${part} is broken`);
  print(`${part} is uploaded`);
});

export const main = coroutine(function* main() {
  try {
    yield* asyncWith(new TaskGroup(), function* () {
      yield* gather(upload('part one', 1), upload('part two', 2, true), upload('part three', 3));
    });
  } catch (error) {
    rethrowIfCancelled(error);
    print('upload failed');
  }
  yield* sleep(2);
  print('cleaned up');
});
