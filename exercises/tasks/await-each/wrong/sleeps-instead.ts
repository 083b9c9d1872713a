import { coroutine, createTask, print, sleep } from 'asyncio-lab';

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
  for (const [name, seconds] of pages) createTask(fetchPage(name, seconds));
  yield* sleep(3);
  print('all are here');
});
