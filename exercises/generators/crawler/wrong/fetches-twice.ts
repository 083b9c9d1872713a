import { asyncWith, coroutine, print, Semaphore, sleep, TaskGroup } from 'asyncio-lab';

/** A small site: for each page how long it takes, in seconds, and where it leads. */
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

export const main = coroutine(function* main() {
  const found = new Set(['/']);
  const group = new TaskGroup();
  const places = new Semaphore(3);
  const visit = coroutine(function* visit(path: string) {
    const links = yield* asyncWith(places, () => fetchPage(path));
    found.add(path);
    for (const link of links) {
      if (!found.has(link)) group.createTask(visit(link));
    }
  });
  yield* asyncWith(group, function* () {
    group.createTask(visit('/'));
  });
  print(`${found.size} pages`);
});
