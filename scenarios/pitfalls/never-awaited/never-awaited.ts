/** A call without await: nothing runs, and the object that it makes counts as true. */

import { coroutine, defineScenario, print, sleep } from 'asyncio-lab';

const admits = coroutine(function* admits(name: string) {
  yield* sleep(1);
  return name === 'Ada';
});

const wrong = coroutine(function* wrong() {
  for (const name of ['Ada', 'Eve']) {
    if (admits(name)) print(`${name}: come in`);
    else print(`${name}: stay out`);
  }
});

const right = coroutine(function* right() {
  for (const name of ['Ada', 'Eve']) {
    if (yield* admits(name)) print(`${name}: come in`);
    else print(`${name}: stay out`);
  }
});

export default defineScenario({
  title: { en: 'the forgotten await', 'zh-TW': '忘記 await' },
  about: {
    en:
      'A door that is open to Ada only; to find out takes a second. Without await not one line ' +
      'of admits runs: the call makes a coroutine object and no more, and such an object always ' +
      'counts as true. So the door opens for Eve as well, at once and without an exception. The only sign ' +
      'is a warning on standard error, which in a log of a thousand lines nobody reads. With ' +
      'await the condition is the answer: it takes two seconds, and Eve stays out.',
    'zh-TW':
      '一扇只為 Ada 開的門，查詢一次要一秒。' +
      '少了 await，admits 裡的程式碼一行也不會執行：呼叫只會得到一個協程物件，' +
      '而協程物件在條件式裡永遠算是真。' +
      '於是門也為 Eve 開了，既不用等，也沒有例外。' +
      '唯一的徵兆是標準錯誤輸出裡的一行警告，夾在上千行的記錄裡，沒有人會讀到。' +
      '加上 await，條件才是查詢的結果：總共花兩秒，Eve 也進不來。',
  },
  lesson: {
    en: 'The result of a call without await is a coroutine, and a coroutine is always true.',
    'zh-TW': '沒有 await 的呼叫，得到的是協程，而協程永遠為真。',
  },
  variants: {
    wrong: {
      main: wrong,
      about: { en: 'asks, but does not await the answer', 'zh-TW': '問了，卻沒有 await 答案' },
    },
    right: {
      main: right,
      about: { en: 'awaits the answer', 'zh-TW': 'await 答案' },
    },
  },
});
