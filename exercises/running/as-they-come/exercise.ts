/** Results in the order in which they come, not in that of the list: `asCompleted`. */

import { defineExercise } from 'asyncio-lab';

export default defineExercise({
  title: { en: 'As they come', 'zh-TW': '先好的先上' },
  kind: 'fix',
  task: {
    en:
      'Three ovens are at work at the same time. They are waited for in the order of the list, so that the ' +
      'rolls lie ready for two seconds while the cake is waited for. Serve with asCompleted(): the rolls after ' +
      '1 second, the pie after 2, and the cake after 3.',
    'zh-TW':
      '三個烤箱同時在烤。現在依清單的順序等待，所以小圓麵包好了之後，還要放兩秒等蛋糕。' +
      '請用 asCompleted()，讓小圓麵包在 1 秒後、派在 2 秒後、蛋糕在 3 秒後端出來。',
  },
  hints: [
    {
      en: 'asCompleted(ovens) gives awaitables one by one. The first of them is done when the first oven is, whichever that may be.',
      'zh-TW':
        'asCompleted(ovens) 會逐一給出可等待的物件。第一個烤箱好了，第一個物件就完成，不論是哪個烤箱。',
    },
    {
      en: 'Loop over it with for … of, and wait for each: yield* next gives what was baked.',
      'zh-TW': '用 for … of 走訪它，並等待每一個：yield* next 會給你烤好的東西。',
    },
  ],
  why: {
    en:
      'All three ways take 3 seconds: what differs is when you can begin with a result. Waiting in the order of the ' +
      'list is right when you need them in that order; gather() when you need all of them; ' +
      'asCompleted() when each can be used at once, such as pages that are shown as they arrive. What it ' +
      'gives in the loop are not your tasks but places in the line, and only the wait tells who took the place. In ' +
      'Python 3.13 and later async for gives back the tasks themselves, and here asyncFor() does.',
    'zh-TW':
      '三種寫法都是 3 秒，差別在於何時可以開始使用結果。' +
      '需要照清單順序時，就依順序等待；需要全部到齊時，用 gather()；' +
      '每個結果都能立刻使用時，例如頁面到了就顯示，則用 asCompleted()。' +
      '它在迴圈裡給你的不是你的任務，而是隊伍中的位置，要等待之後才知道是誰。' +
      'Python 3.13 起，async for 會給你任務本身，這裡則是 asyncFor()。',
  },
  rules: { uses: ['asCompleted'] },
  mistakes: [
    {
      answer: 'star-forgotten',
      when: ({ texts }) =>
        texts.some((text) => text.startsWith('serving <') || text.startsWith('serving [')),
      say: {
        en: 'What is served is not bread but an awaitable: asCompleted() gives something to wait for, not the result.',
        'zh-TW': '端出來的不是麵包，而是可等待的物件：asCompleted() 給的是等待的對象，不是結果。',
      },
    },
    {
      answer: 'one-oven',
      when: ({ texts, elapsed }) => texts[0] === 'serving rolls' && elapsed === 6,
      say: {
        en: 'The order is right, but it takes 6 seconds: each is put into the oven only when the one before is served.',
        'zh-TW': '順序對了，但要 6 秒：前一樣端出來之後，下一樣才進烤箱。',
      },
    },
    {
      answer: 'gathers-first',
      when: ({ called, lines }) => called('gather') > 0 && lines[0]?.t === 3,
      say: {
        en: 'gather() comes back when all are ready, so that everything is served at 3 seconds.',
        'zh-TW': 'gather() 要等全部好了才返回，所以每一樣都在第 3 秒才端出來。',
      },
    },
    {
      answer: 'unsolved',
      when: ({ lines }) => lines[0]?.t === 3,
      say: {
        en: 'Nothing is served before 3 seconds: the cake is the first of the list, and everything else waits behind it.',
        'zh-TW': '3 秒之前什麼都沒端出來：蛋糕是清單上的第一個，其他的都在它後面等。',
      },
    },
  ],
});
