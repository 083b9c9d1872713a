import { coroutine, createTask, gather, print, Queue, sleep } from 'asyncio-lab';

// [en] A small site: for each page how long it takes, in seconds, and where it leads.
// [zh-TW] 每頁要花幾秒，以及它連到哪裡。
const site: Record<string, { seconds: number; links: string[] }> = {
  '/': { seconds: 1, links: ['/tea', '/toast', '/jam', '/eggs'] },
  '/tea': { seconds: 2, links: ['/toast', '/milk'] },
  '/toast': { seconds: 3.5, links: ['/jam', '/butter'] },
  '/jam': { seconds: 1.25, links: [] },
  '/eggs': { seconds: 4, links: ['/salt'] },
  '/milk': { seconds: 1.75, links: [] },
  '/butter': { seconds: 0.5, links: [] },
  '/salt': { seconds: 0.25, links: [] },
};

let underWay = 0;

const fetchPage = coroutine(function* fetchPage(path: string) {
  underWay += 1;
  if (underWay > 3) print(`too many at once: ${underWay}`);
  const { seconds, links } = site[path]!;
  yield* sleep(seconds);
  underWay -= 1;
  print(`fetched ${path}`);
  return links;
});

const worker = coroutine(function* worker(queue: Queue<string>, found: Set<string>) {
  while (true) {
    const path = yield* queue.get();
    for (const link of yield* fetchPage(path)) {
      if (found.has(link)) continue;
      found.add(link);
      queue.putNowait(link);
    }
    queue.taskDone();
  }
});

export const main = coroutine(function* main() {
  const found = new Set(['/']);
  const queue = new Queue<string>();
  queue.putNowait('/');
  const workers = [1, 2, 3].map(() => createTask(worker(queue, found)));
  yield* queue.join();
  for (const task of workers) task.cancel();
  yield* gather(...workers, { returnExceptions: true });
  print(`${found.size} pages`);
});
