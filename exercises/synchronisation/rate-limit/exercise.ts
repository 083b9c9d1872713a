/** Many requests at once, but not too many: a semaphore. */

import { defineExercise } from 'asyncio-lab';

export default defineExercise({
  title: { en: 'Two at a time', 'zh-TW': '一次兩個' },
  kind: 'fix',
  task: {
    en:
      'Six questions go to a server that takes two at the same time, and now all six are asked at once. ' +
      'With a Semaphore, let only two be under way, and the next be asked at the moment when one of ' +
      'them is answered. It takes 4 seconds then.',
    'zh-TW':
      '有六個問題要問伺服器，它同時只接受兩個，現在卻一次全問了。' +
      '請用 Semaphore（號誌）讓同時進行的只有兩個，其中一個一有答案，就立刻問下一個。這樣總共 4 秒。',
  },
  hints: [
    {
      en: 'A Semaphore(2) is a lock with two places: asyncWith(places, …) waits until one of them is free.',
      'zh-TW': 'Semaphore(2) 就像有兩個位子的鎖：asyncWith(places, …) 會等到有空位為止。',
    },
    {
      en: 'Make one semaphore in main, hand it to each ask(), and put all that ask() does inside.',
      'zh-TW': '在 main 裡建立一個號誌，交給每個 ask()，並把 ask() 所做的事都放進去。',
    },
  ],
  why: {
    en:
      'gather() starts everything at once, which is often too much: servers refuse, files run out, ' +
      'memory fills. A semaphore counts places. All six tasks exist from the start, but four of them wait ' +
      'for a place, and whoever has waited longest gets the next one. Going through the list in pairs would keep the ' +
      'limit too, but each pair waits for its slower half, and a place stays empty meanwhile. Here the ' +
      'second question takes 2.5 seconds, and the others pass by it.',
    'zh-TW':
      'gather() 會一次啟動所有工作，這往往太多了：伺服器會拒絕、檔案不夠開、記憶體被塞滿。' +
      '號誌會計算位子。六個任務一開始就存在，但其中四個在等位子，等得最久的先得到下一個。' +
      '兩個兩個處理也能遵守上限，但每一對都要等較慢的那個，期間就有位子空著。' +
      '這裡第二個問題要 2.5 秒，其他的可以先走。',
  },
  rules: { uses: ['Semaphore'] },
  mistakes: [
    {
      answer: 'semaphore-for-each',
      when: ({ called, lines }) =>
        called('Semaphore') === 6 && lines.some(({ t, text }) => t === 0 && text === 'asking 3'),
      say: {
        en: 'There are six semaphores, one for each question, and each has a free place. They all have to share one.',
        'zh-TW': '現在有六個號誌，每個問題各一個，而且都有空位。所有問題必須共用同一個。',
      },
    },
    {
      answer: 'unsolved',
      when: ({ lines }) => lines.some(({ t, text }) => t === 0 && text === 'asking 3'),
      say: {
        en: 'The third question was asked at 0 seconds already, while the first two were under way.',
        'zh-TW': '第三個問題在第 0 秒就問了，那時前兩個還在進行。',
      },
    },
    {
      answer: 'one-at-a-time',
      when: ({ elapsed }) => elapsed === 7.5,
      say: {
        en: 'It takes 7.5 seconds: one question after the other. There are two places, not one.',
        'zh-TW': '共 7.5 秒：一個問題接著一個問題。位子有兩個，不是一個。',
      },
    },
    {
      answer: 'in-pairs',
      when: ({ lines, elapsed }) =>
        elapsed === 4.5 && lines.some(({ t, text }) => t === 2.5 && text === 'asking 3'),
      say: {
        en: 'Never more than two, but in pairs: the third waits for the second, though the first has been answered long ago. A place must not stay empty.',
        'zh-TW':
          '同時不超過兩個，但是兩個兩個來：第一個早就有答案了，第三個卻在等第二個。位子不該空著。',
      },
    },
  ],
});
