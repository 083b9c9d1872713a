/** The guide's second plan: what to do when the first takes too long. */

import { defineExercise } from 'asyncio-lab';

export default defineExercise({
  title: { en: 'The second plan', 'zh-TW': '備案' },
  kind: 'write',
  task: {
    en:
      'Tea from the kitchen is the first plan, but it takes 3 seconds, and it has only one. When that is over, ' +
      'go to the shop, with a limit of 2 seconds, and drink what comes from there. The ' +
      'second plan must not begin before it is needed.',
    'zh-TW':
      '第一個計畫是自己泡茶，但要 3 秒，而它只有 1 秒的時間。時間到了就去店裡買，時限 2 秒，然後喝買來的茶。' +
      '還用不到的計畫，就不該開始。',
  },
  hints: [
    {
      en: 'waitFor() raises TimeoutError when its 1 second is over. What you do in the catch block is the second plan.',
      'zh-TW': '1 秒一到，waitFor() 就會引發 TimeoutError。在 catch 區塊裡做的事，就是備案。',
    },
    {
      en: 'Declare tea before the try, and give it its value in both places: in the try by the first plan, in the catch by the second.',
      'zh-TW': '在 try 之前宣告 tea，兩個地方都給它值：try 裡是第一個計畫的，catch 裡是備案的。',
    },
  ],
  why: {
    en:
      'A timeout is only half of a plan: something must be done when it comes. A cache can answer in place of a ' +
      'server, a second server in place of the first, an older page in place of none. Because wait_for() ' +
      'has ended the first plan before it raises, the two never run at the same time, and need not know ' +
      'of each other. The second plan has a limit of its own; when that is over as well, the TimeoutError goes on ' +
      'to whoever called, who may know what to do.',
    'zh-TW':
      '逾時只是計畫的一半：時間到了，總得做點什麼。' +
      '快取可以代替伺服器回答，第二個伺服器可以代替第一個，舊的網頁總比沒有好。' +
      '因為 wait_for() 在引發例外之前，已經結束了第一個計畫，所以兩者絕不會同時執行，也不必知道彼此。' +
      '備案有自己的時限；若連它也逾時，TimeoutError 就會傳給呼叫的人，由他決定該怎麼辦。',
  },
  mistakes: [
    {
      answer: 'both-at-once',
      when: ({ lines }) => lines.some(({ t, text }) => text === 'going to the shop' && t === 0),
      say: {
        en: 'Somebody went to the shop at 0 seconds already, before it was known whether that is needed.',
        'zh-TW': '還不知道需不需要，第 0 秒就有人去店裡了。',
      },
    },
    {
      answer: 'drinks-nothing',
      when: ({ texts }) => texts.includes('drinking undefined'),
      say: {
        en: 'The tea was bought, but nobody took it: what the second plan gives has to get into the variable.',
        'zh-TW': '茶買來了，卻沒有人收下：備案的結果必須放進變數。',
      },
    },
    {
      answer: 'waits-longer',
      when: ({ texts }) => texts.includes('drinking tea from the kitchen'),
      say: {
        en: 'Now there is time enough for the kitchen. The limit of 1 second has to stay, and the shop to be asked.',
        'zh-TW': '現在給了足夠的時間泡茶。1 秒的時限必須保留，並改去店裡買。',
      },
    },
    {
      answer: 'unsolved',
      when: ({ outcome, texts }) =>
        outcome.type === 'error' &&
        outcome.name === 'TimeoutError' &&
        !texts.includes('going to the shop'),
      say: {
        en: 'The first plan was given up after 1 second, and there was no second: the TimeoutError ended the program.',
        'zh-TW': '第一個計畫在 1 秒後放棄了，卻沒有備案：TimeoutError 結束了程式。',
      },
    },
  ],
});
