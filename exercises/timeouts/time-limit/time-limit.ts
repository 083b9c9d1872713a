import { coroutine, print, sleep } from 'asyncio-lab';

const fetchPage = coroutine(function* fetchPage() {
  try {
    yield* sleep(10);
    return 'the page';
  } finally {
    print('connection closed');
  }
});

// [en] TODO: nobody waits ten seconds for a page. Give up after 2, and print 'no answer in time'.
// [zh-TW] TODO：沒有人願意為一個網頁等十秒。請在 2 秒後放棄，並印出 'no answer in time'。
export const main = coroutine(function* main() {
  const page = yield* fetchPage();
  print(`got ${page}`);
});
