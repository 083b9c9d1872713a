import { coroutine, print, sleep, TimeoutError, waitFor } from 'asyncio-lab';

const fetchPage = coroutine(function* fetchPage() {
  try {
    yield* sleep(10);
    return 'the page';
  } finally {
    print('connection closed');
  }
});

export const main = coroutine(function* main() {
  try {
    const page = yield* waitFor(fetchPage(), 2);
    print(`got ${page}`);
  } catch (error) {
    if (!(error instanceof TimeoutError)) throw error;
    print('no answer in time');
  }
});
