import { coroutine, print, sleep } from 'asyncio-lab';

const countBooks = coroutine(function* countBooks(shelf: number) {
  yield* sleep(shelf);
  print(`shelf ${shelf} is counted`);
  return shelf * 10;
});

export const main = coroutine(function* main() {
  const shelves = [3, 1, 2];
  const jobs = shelves.map((shelf) => countBooks(shelf));
  // [en] TODO: books are only the coroutines so far. Wait for all of them together, with gather().
  // [zh-TW] TODO：books 現在還只是協程。請用 gather() 一起等待它們。
  const books = jobs;
  print(`books: ${books.join(' + ')}`);
});
