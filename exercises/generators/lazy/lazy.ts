import { coroutine, print } from 'asyncio-lab';

// [en] TODO: all six squares are made before main sees the first one. Make squares() a generator, so
// [en] that each square is made at the moment when main asks for it.
// [zh-TW] TODO：main 拿到第一個平方數之前，六個都已經算完了。請把 squares() 改成產生器，
// [zh-TW] 讓每個平方數在 main 要的那一刻才計算。
function squares(): number[] {
  const list: number[] = [];
  for (let i = 1; i <= 6; i += 1) {
    print(`squaring ${i}`);
    list.push(i * i);
  }
  return list;
}

export const main = coroutine(function* main() {
  for (const square of squares()) {
    print(`got ${square}`);
    if (square > 10) break;
  }
});
