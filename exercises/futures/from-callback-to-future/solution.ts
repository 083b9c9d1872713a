import { coroutine, type Future, getRunningLoop, LookupError, print } from 'asyncio-lab';

function askPhoneBook(
  name: string,
  onFound: (number: string) => void,
  onMissing: (error: LookupError) => void,
): void {
  const loop = getRunningLoop();
  if (name === 'Ann') loop.callLater(1, onFound, '555-0142');
  else loop.callLater(1, onMissing, new LookupError('no such name'));
}

function numberOf(name: string): Future<string> {
  const number = getRunningLoop().createFuture<string>();
  askPhoneBook(
    name,
    (found) => number.setResult(found),
    (error) => number.setException(error),
  );
  return number;
}

export const main = coroutine(function* main() {
  print(`Ann has ${yield* numberOf('Ann')}`);
  try {
    print(`Bob has ${yield* numberOf('Bob')}`);
  } catch (error) {
    if (!(error instanceof LookupError)) throw error;
    print('Bob is not in the book');
  }
});
