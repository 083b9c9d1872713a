import { coroutine, print, sleep } from 'asyncio-lab';

const countBooks = coroutine(function* countBooks(shelf: number) {
  yield* sleep(shelf);
  print(`shelf ${shelf} is counted`);
  return shelf * 10;
});

export const main = coroutine(function* main() {
  const shelves = [3, 1, 2];
  const jobs = shelves.map((shelf) => countBooks(shelf));
  const books: number[] = [];
  for (const job of jobs) books.push(yield* job);
  print(`books: ${books.join(' + ')}`);
});
