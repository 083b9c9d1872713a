/** A loop that awaits waits for one after the other, though nobody depends on anybody. */

import { coroutine, defineScenario, gather, print, sleep } from 'asyncio-lab';

type Shop = readonly [name: string, seconds: number, price: number];

const SHOPS: readonly Shop[] = [
  ['north', 1, 30],
  ['south', 2, 25],
  ['west', 1.5, 28],
];

const ask = coroutine(function* ask(name: string, seconds: number, price: number) {
  yield* sleep(seconds);
  print(`${name}: ${price}`);
  return price;
});

const wrong = coroutine(function* wrong() {
  const prices: number[] = [];
  for (const shop of SHOPS) prices.push(yield* ask(...shop));
  print('best price:', Math.min(...prices));
});

const right = coroutine(function* right() {
  const prices = yield* gather(...SHOPS.map((shop) => ask(...shop)));
  print('best price:', Math.min(...prices));
});

export default defineScenario({
  title: { en: 'awaits in a loop', 'zh-TW': '在迴圈裡 await' },
  about: {
    en:
      'Three shops are asked for a price; they answer after one, two and one and a half seconds. ' +
      'The loop looks harmless, but its await stops the loop itself: the second shop is asked ' +
      'only when the first has answered, and the waits add up to four and a half seconds. No ' +
      'shop needs the answer of another, so all can be asked at once: gather() makes a task of ' +
      'each, the answers come as they are ready, and the slowest one decides. The prices it ' +
      'returns stand in the order of the shops all the same.',
    'zh-TW':
      '向三家店詢價，它們分別在一秒、兩秒、一秒半之後回答。' +
      '這個迴圈看起來沒有問題，但 await 讓迴圈本身停下來等待：' +
      '第一家回答之後才會問第二家，等待的時間加起來就是四秒半。' +
      '沒有哪一家需要另一家的答案，所以可以同時詢問：gather() 把每次詢價都包裝成任務，' +
      '誰先準備好就先回答，總時間由最慢的那一家決定。' +
      '即使如此，得到的價格仍然依店家的順序排列。',
  },
  lesson: {
    en: 'Await in a loop only when one step needs the result of the step before.',
    'zh-TW': '只有下一步需要上一步的結果時，才在迴圈裡 await。',
  },
  ratios: [{ faster: 'right', than: 'wrong', atLeast: 2.1, atMost: 2.4 }],
  variants: {
    wrong: {
      main: wrong,
      about: { en: 'asks one shop after the other', 'zh-TW': '一家問完再問下一家' },
    },
    right: {
      main: right,
      about: { en: 'asks all shops at once', 'zh-TW': '同時詢問所有店家' },
    },
  },
});
