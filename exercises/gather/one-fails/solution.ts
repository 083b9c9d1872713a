import { coroutine, gather, print, sleep, ValueError } from 'asyncio-lab';

const send = coroutine(function* send(name: string, seconds: number) {
  yield* sleep(seconds);
  if (name === 'Bob') throw new ValueError('Bob has moved');
  return name;
});

export const main = coroutine(function* main() {
  const results = yield* gather(send('Ann', 2), send('Bob', 1), send('Cid', 3), {
    returnExceptions: true,
  });
  for (const result of results) {
    if (result instanceof Error) print(`not sent: ${result.message}`);
    else print(`sent: ${result}`);
  }
});
