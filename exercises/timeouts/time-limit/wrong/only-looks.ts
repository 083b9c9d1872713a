import { coroutine, createTask, print, sleep, wait } from 'asyncio-lab';

const fetchPage = coroutine(function* fetchPage() {
  try {
    yield* sleep(10);
    return 'the page';
  } finally {
    print('connection closed');
  }
});

export const main = coroutine(function* main() {
  const task = createTask(fetchPage());
  const [done] = yield* wait([task], { timeout: 2 });
  if (done.size > 0) print(`got ${task.result()}`);
  else print('no answer in time');
});
