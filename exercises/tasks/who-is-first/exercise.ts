/** createTask() begins nothing: main goes on until it waits, and then the tasks begin in their order. */

import { defineExercise } from 'asyncio-lab';

export default defineExercise({
  title: { en: 'Who is first?', 'zh-TW': '誰先開始？' },
  kind: 'predict',
  task: {
    en:
      'main creates the tasks a and b, which take a second each, and then waits for b first. Eight lines ' +
      'are printed: say in which order, before it runs.',
    'zh-TW':
      'main 先後建立任務 a 和 b，各要一秒，接著先等待 b。' +
      '一共會印出八行，請在執行之前說出它們的順序。',
  },
  hints: [
    {
      en: 'main keeps its turn until it waits for the first time. Which lines have been printed by then?',
      'zh-TW': 'main 會一直執行到它第一次等待為止。到那時已經印出了哪幾行？',
    },
    {
      en: 'The tasks stand on the list of the loop in the order of their creation. Whom main waits for changes nothing there.',
      'zh-TW': '任務按照建立的順序排在迴圈的清單上，main 等待誰並不會改變這個順序。',
    },
    {
      en: 'After a second both tasks end, a first. Only then is main back, and for a it need not wait any more.',
      'zh-TW': '一秒後兩個任務都結束，a 在先。這時 main 才回來，而 a 已經不必再等了。',
    },
  ],
  why: {
    en:
      'createTask() gives the loop something to do; the loop has its chance only when main waits. So ' +
      'main prints both of its lines first, then the tasks begin in the order in which they were ' +
      'created. To wait for b does not put b before a: waiting says when main goes on, not what runs. ' +
      'When a has ended, nobody is waiting for it, but its result is kept in the task; later yield* a ' +
      'finds it there and does not even give up the turn. Python does exactly the same, unless an eager ' +
      'task factory is set. A JavaScript async function would begin at its call, which is why people ' +
      'who come from there get this wrong.',
    'zh-TW':
      'createTask() 只是交給迴圈一件事；要等 main 開始等待，迴圈才有機會去做。' +
      '所以 main 先印出自己的兩行，任務再按建立的順序開始。' +
      '先等待 b，並不會讓 b 排到 a 前面：等待決定的是 main 何時繼續，不是誰來執行。' +
      'a 結束時沒有人在等它，但結果留在任務裡；之後 yield* a 直接就能拿到，連控制權都不必讓出。' +
      'Python 也完全一樣，除非設定了 eager task factory（讓任務一建立就執行）。' +
      'JavaScript 的 async 函式則是一呼叫就開始，所以從那裡來的人常常猜錯。',
  },
  mistakes: [
    {
      answer: 'begins-at-creation',
      when: ({ prediction = [] }) => isBefore(prediction, 'a begins', 'b is a task'),
      say: {
        en: 'You have a begin inside createTask(). At that moment main has the turn and keeps it until it waits; the task is only put on the list.',
        'zh-TW':
          '你讓 a 在 createTask() 裡就開始了。那一刻輪到的是 main，它到等待時才會讓出控制權；任務只是排進清單。',
      },
    },
    {
      answer: 'one-after-the-other',
      when: ({ prediction = [] }) =>
        isBefore(prediction, 'b ends', 'a begins') || isBefore(prediction, 'a ends', 'b begins'),
      say: {
        en: 'You have one task end before the other begins. Both are on the list when main waits for the first time, and while one sleeps the other gets its turn.',
        'zh-TW':
          '你讓一個任務結束後，另一個才開始。main 第一次等待時，兩個都已在清單上；一個在睡，就輪到另一個。',
      },
    },
    {
      answer: 'awaited-first',
      when: ({ prediction = [] }) =>
        isBefore(prediction, 'b begins', 'a begins') || isBefore(prediction, 'b ends', 'a ends'),
      say: {
        en: 'You have b go before a because main waits for it first. But main only waits; in which order the tasks stand on the list was settled before.',
        'zh-TW':
          '你讓 b 排在 a 前面，因為 main 先等待它。但 main 只是在等，任務在清單上的順序早就決定了。',
      },
    },
    {
      answer: 'main-in-between',
      when: ({ prediction = [] }) => isBefore(prediction, 'main has a', 'main has b'),
      say: {
        en: 'You have main go on when a has ended. It waits for b at that time; look at the order of its own lines.',
        'zh-TW': '你讓 main 在 a 結束時就繼續。但那時它等待的是 b，看看 main 自己那幾行的順序。',
      },
    },
  ],
});

function isBefore(lines: readonly string[], first: string, second: string): boolean {
  return lines.includes(first) && lines.indexOf(first) < lines.indexOf(second);
}
