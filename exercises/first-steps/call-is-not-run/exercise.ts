/** To call a coroutine function runs none of it: the learner says which line comes when. */

import { defineExercise } from 'asyncio-lab';

export default defineExercise({
  title: { en: 'A call is not a run', 'zh-TW': '呼叫不等於執行' },
  kind: 'predict',
  task: {
    en:
      'Here the program is finished: say which lines it prints, and in which order, before it runs. main ' +
      'calls greet twice and awaits what it got later, the second one first.',
    'zh-TW':
      '這個程式已經寫好了，請在執行之前說出它會依序印出哪些行。' +
      'main 呼叫 greet 兩次，稍後才等待拿到的東西，而且先等待第二個。',
  },
  hints: [
    {
      en: "What greet('Ada') gives is a coroutine object. Ask yourself how much of greet has run by then.",
      'zh-TW': "greet('Ada') 得到的是協程物件。想一想，這時 greet 已經執行了多少。",
    },
    {
      en: 'None of it: it begins when it is awaited, at the yield*. Go through main line by line, and write hello only there.',
      'zh-TW':
        '一行都沒有：等到 yield* 等待它時，它才開始執行。把 main 一行一行走過，走到那裡才寫 hello。',
    },
    {
      en: 'There are five lines, and called both is the second of them.',
      'zh-TW': '總共有五行，called both 是第二行。',
    },
  ],
  why: {
    en:
      'To call a coroutine function is only to make a coroutine object: like a recipe with its ' +
      'ingredients laid out, and nobody cooking yet. It runs where somebody awaits it, so the order of ' +
      'the awaits counts and not the order of the calls. In Python it is the same with async def. In ' +
      'JavaScript it is different: an async function begins at its call and runs to its first await, ' +
      'which is why this library makes coroutines of generators. Lazy coroutines are the reason why ' +
      'one that nobody awaits does nothing at all, and that is what the next chapter is about.',
    'zh-TW':
      '呼叫協程函式，只是建立一個協程物件：就像食譜和材料都擺好了，但還沒有人開始煮。' +
      '有人等待它，它才在那裡執行，所以重要的是等待的順序，不是呼叫的順序。' +
      'Python 的 async def 也是這樣。' +
      'JavaScript 的 async 函式則不同：呼叫時就開始，一路執行到第一個 await；因此這個函式庫的協程是用產生器做的。' +
      '協程不會自己開始，所以沒有人等待的協程什麼都不會做，這就是下一章要談的。',
  },
  mistakes: [
    {
      answer: 'both-times',
      when: ({ prediction = [] }) => prediction.filter((line) => line === 'hello Ada').length > 1,
      say: {
        en: 'You have each greeting twice, once for the call and once for the await. A coroutine object runs only once; find out which of the two places it is.',
        'zh-TW':
          '每句問候你都寫了兩次，呼叫時一次，等待時又一次。但協程物件只會執行一次，想想是哪一處。',
      },
    },
    {
      answer: 'at-the-call',
      when: ({ prediction = [] }) =>
        prediction.indexOf('hello Ada') !== -1 &&
        prediction.indexOf('hello Ada') < prediction.indexOf('called both'),
      say: {
        en: 'You have greet run where it is called. A call makes a coroutine object and runs none of its lines; look for the place where it is awaited.',
        'zh-TW':
          '你讓 greet 在呼叫時就執行了。呼叫只會建立協程物件，裡面一行也不會執行；找找看它在哪裡被等待。',
      },
    },
    {
      answer: 'order-of-calls',
      when: ({ prediction = [] }) =>
        prediction.indexOf('hello Ada') !== -1 &&
        prediction.indexOf('hello Ada') < prediction.indexOf('hello Bob'),
      say: {
        en: 'Rightly, nothing runs at the calls. But the two greetings come in the order of the calls in your prediction; look at which of them is awaited first.',
        'zh-TW': '沒錯，呼叫時什麼都不會執行。但你的預測是按呼叫的順序問候；看看先等待的是哪一個。',
      },
    },
  ],
});
