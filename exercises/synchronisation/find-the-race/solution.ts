import { asyncWith, coroutine, gather, Lock, print, sleep } from 'asyncio-lab';

let balance = 100;

const withdraw = coroutine(function* withdraw(lock: Lock, who: string, amount: number) {
  yield* asyncWith(lock, function* () {
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
});

export const main = coroutine(function* main() {
  const lock = new Lock();
  yield* gather(withdraw(lock, 'Ann', 70), withdraw(lock, 'Bob', 70));
});
