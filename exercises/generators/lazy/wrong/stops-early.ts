import { coroutine, print } from 'asyncio-lab';

function squares(): number[] {
  const list: number[] = [];
  for (let i = 1; i <= 4; i += 1) {
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
