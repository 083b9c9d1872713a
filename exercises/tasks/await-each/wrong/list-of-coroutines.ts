import { coroutine, print, sleep } from 'asyncio-lab';

const fetchPage = coroutine(function* fetchPage(name: string, seconds: number) {
  yield* sleep(seconds);
  print(`${name} is here`);
});

const pages: [name: string, seconds: number][] = [
  ['news', 3],
  ['weather', 1],
  ['sport', 2],
];

export const main = coroutine(function* main() {
  const coroutines = pages.map(([name, seconds]) => fetchPage(name, seconds));
  for (const page of coroutines) yield* page;
  print('all are here');
});
