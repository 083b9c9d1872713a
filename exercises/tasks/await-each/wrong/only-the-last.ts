import { coroutine, createTask, print, sleep, type Task } from 'asyncio-lab';

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
  let task: Task<void> | undefined;
  for (const [name, seconds] of pages) {
    task = createTask(fetchPage(name, seconds));
  }
  if (task !== undefined) yield* task;
  print('all are here');
});
