import { coroutine, type Future, getRunningLoop, LookupError, print } from 'asyncio-lab';

// [en] The phone book is not made for coroutines: a second later it calls one of two functions.
// [zh-TW] 這本電話簿不是為協程而寫的：一秒後，它會呼叫兩個函式中的一個。
function askPhoneBook(
  name: string,
  onFound: (number: string) => void,
  onMissing: (error: LookupError) => void,
): void {
  const loop = getRunningLoop();
  if (name === 'Ann') loop.callLater(1, onFound, '555-0142');
  else loop.callLater(1, onMissing, new LookupError('no such name'));
}

// [en] TODO: what the phone book says is only printed, and nobody fills the future. Have the first
// [en] function set its result, and the second its exception.
// [zh-TW] TODO：電話簿的回答只是印了出來，沒有人去填 Future。
// [zh-TW] 請讓第一個函式設定它的結果，第二個函式設定它的例外。
function numberOf(name: string): Future<string> {
  const number = getRunningLoop().createFuture<string>();
  askPhoneBook(name, print, print);
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
