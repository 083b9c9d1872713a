import { coroutine, print, sleep } from 'asyncio-lab';

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

// [en] TODO: fetch every page that can be reached from '/', each once, at most three at the same
// [en] time, in the order in which they were found. Then print how many pages there are.
// [zh-TW] TODO：從 '/' 出發，取得所有連得到的頁面，每頁只取一次，同時最多三個，
// [zh-TW] 依發現的順序進行。最後印出總共有幾頁。
export const main = coroutine(function* main() {
  const found = new Set(['/']);
  yield* fetchPage('/');
  print(`${found.size} pages`);
});
