import { coroutine, gather, print } from 'asyncio-lab';

let balance = 100;

const withdraw = coroutine(function* withdraw(who: string, amount: number) {
  if (balance < amount) {
    print(`${who} is refused`);
    return;
  }
  balance -= amount;
  print(`${who} takes ${amount}, ${balance} are left`);
});

export const main = coroutine(function* main() {
  yield* gather(withdraw('Ann', 70), withdraw('Bob', 70));
});
