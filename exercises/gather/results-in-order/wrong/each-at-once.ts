import { coroutine, gather, print, sleep } from 'asyncio-lab';

const fetchLetter = coroutine(function* fetchLetter(name: string, seconds: number) {
  yield* sleep(seconds);
  print(`${name} is back`);
  return `letter for ${name}`;
});

export const main = coroutine(function* main() {
  const letters = yield* gather(
    fetchLetter('Ann', 3),
    fetchLetter('Bob', 1),
    fetchLetter('Cid', 2),
  );
  for (const letter of letters) print(letter);
});

export const prediction: string[] = [
  'Bob is back',
  'letter for Bob',
  'Cid is back',
  'letter for Cid',
  'Ann is back',
  'letter for Ann',
];
