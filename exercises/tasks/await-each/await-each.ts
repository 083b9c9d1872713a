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

// [en] TODO: each page has a task, and still it takes 6 seconds. Have the three waits overlap: 3 seconds.
// [zh-TW] TODO：每個網頁都有自己的任務，卻還是要 6 秒。請讓三段等待重疊，只要 3 秒。
export const main = coroutine(function* main() {
  for (const [name, seconds] of pages) {
    const task = createTask(fetchPage(name, seconds));
    yield* task;
  }
  print('all are here');
});
