import { coroutine, gather, print, rethrowIfCancelled, sleep, ValueError } from 'asyncio-lab';

const send = coroutine(function* send(name: string, seconds: number) {
  yield* sleep(seconds);
  if (name === 'Bob') throw new ValueError('Bob has moved');
  return name;
});

export const main = coroutine(function* main() {
  try {
    const results = yield* gather(send('Ann', 2), send('Bob', 1), send('Cid', 3));
    for (const result of results) print(`sent: ${result}`);
  } catch (error) {
    rethrowIfCancelled(error);
    print(`not sent: ${(error as Error).message}`);
  }
});
