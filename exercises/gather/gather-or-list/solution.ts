import { coroutine, gather, print, sleep } from 'asyncio-lab';

const countBooks = coroutine(function* countBooks(shelf: number) {
  yield* sleep(shelf);
  print(`shelf ${shelf} is counted`);
  return shelf * 10;
});

export const main = coroutine(function* main() {
  const shelves = [3, 1, 2];
  const jobs = shelves.map((shelf) => countBooks(shelf));
  const books = yield* gather(...jobs);
  print(`books: ${books.join(' + ')}`);
});
