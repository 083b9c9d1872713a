import { coroutine, gather, print, sleep } from 'asyncio-lab';

let balance = 100;

// [en] TODO: 100 cannot pay 70 twice, and yet both get their money. Make sure that nobody looks at the
// [en] balance while somebody else is between looking and taking.
// [zh-TW] TODO：100 元不可能付兩次 70 元，兩人卻都拿到了錢。
// [zh-TW] 請確保有人正在「查看餘額」與「取走金額」之間時，沒有別人查看餘額。
const withdraw = coroutine(function* withdraw(who: string, amount: number) {
  if (balance < amount) {
    print(`${who} is refused`);
    return;
  }
  // [en] The bank asks its other computer.
  // [zh-TW] 銀行詢問另一台電腦。
  yield* sleep(1);
  balance -= amount;
  print(`${who} takes ${amount}, ${balance} are left`);
});

export const main = coroutine(function* main() {
  yield* gather(withdraw('Ann', 70), withdraw('Bob', 70));
});
