import { coroutine, print, rethrowIfCancelled, sleep, ValueError } from 'asyncio-lab';

const send = coroutine(function* send(name: string, seconds: number) {
  yield* sleep(seconds);
  if (name === 'Bob') throw new ValueError('Bob has moved');
  return name;
});

export const main = coroutine(function* main() {
  for (const job of [send('Ann', 2), send('Bob', 1), send('Cid', 3)]) {
    try {
      print(`sent: ${yield* job}`);
    } catch (error) {
      rethrowIfCancelled(error);
      print(`not sent: ${(error as Error).message}`);
    }
  }
});
