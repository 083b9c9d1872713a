import { coroutine, print } from 'asyncio-lab';

function* squares(): Generator<number> {
  for (let i = 1; i <= 6; i += 1) {
    print(`squaring ${i}`);
    yield i * i;
  }
}

export const main = coroutine(function* main() {
  for (const square of squares()) {
    print(`got ${square}`);
    if (square > 10) break;
  }
});
