import { coroutine, gather, print, sleep } from 'asyncio-lab';

const basket: string[] = [];

const baker = coroutine(function* baker() {
  for (const loaf of ['rye', 'wheat', 'oat']) {
    yield* sleep(1);
    print(`baked ${loaf}`);
    basket.push(loaf);
  }
});

// [en] TODO: the customer looks into the basket before anything is baked, and goes home. Let her wait
// [en] for each of the three loaves, with a Queue in place of the basket.
// [zh-TW] TODO：客人在麵包出爐前就看了籃子，然後回家了。
// [zh-TW] 請用 Queue 取代籃子，讓客人等待三個麵包中的每一個。
const customer = coroutine(function* customer() {
  for (let i = 0; i < 3; i += 1) {
    const loaf = basket.shift();
    if (loaf === undefined) break;
    yield* sleep(1.5);
    print(`ate ${loaf}`);
  }
  print('customer goes home');
});

export const main = coroutine(function* main() {
  yield* gather(baker(), customer());
});
