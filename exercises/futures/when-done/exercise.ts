/** Callbacks of a future are called in the loop's next turn, not inside setResult. */

import { defineExercise } from 'asyncio-lab';

export default defineExercise({
  title: { en: 'When it is done', 'zh-TW': '完成的時候' },
  kind: 'predict',
  task: {
    en:
      'A future can be told whom to call when it is done, with addDoneCallback() (add_done_callback). ' +
      'Here Ann and Bob want to be called, and main itself sets the result. When are they called? ' +
      'Six lines are printed: say in which order, before it runs.',
    'zh-TW':
      '可以用 addDoneCallback()（也就是 add_done_callback）告訴 Future，完成的時候要呼叫誰。' +
      '這裡 Ann 和 Bob 都要接到通知，而設定結果的正是 main 自己。他們什麼時候會被呼叫？' +
      '一共會印出六行，請在執行之前說出它們的順序。',
  },
  hints: [
    {
      en: 'setResult() calls nobody. It puts the callbacks on the list of the loop, and main keeps its turn.',
      'zh-TW': 'setResult() 不會呼叫任何人。它只是把回呼排進迴圈的清單，控制權仍在 main 手上。',
    },
    {
      en: 'yield* letter waits only if there is something to wait for. When main comes to it, the future is done already.',
      'zh-TW': 'yield* letter 只在還有東西要等時才會等。main 走到那裡時，Future 已經完成了。',
    },
    {
      en: 'At sleep(0) main gives up its turn for the first time, and goes to the end of the list. Who stands before it?',
      'zh-TW': '到了 sleep(0)，main 才第一次讓出控制權，排到清單的最後。誰排在它前面？',
    },
  ],
  why: {
    en:
      'A callback of a future is never called inside setResult(): it is put on the list of the loop, ' +
      'behind what stands there, in the order in which the callbacks were added. So nothing can happen ' +
      'between two lines of main, and who sets a result need not fear what others do with it. To await a ' +
      'future that is done gives its result at once and does not give up the turn, which is why main ' +
      'reads before Ann. A task that waits for a future is woken in the same way: its wake-up is a ' +
      'callback. Since a callback cannot wait and nobody awaits it, most code is better off with a ' +
      'task; callbacks are for small things, like taking a finished task out of a set.',
    'zh-TW':
      'Future 的回呼絕不會在 setResult() 裡面被呼叫：它們按照加入的順序，排到迴圈清單上現有項目的後面。' +
      '所以 main 的兩行之間不會發生任何事，設定結果的人也不必擔心別人拿它做什麼。' +
      '等待已經完成的 Future，會立刻得到結果，不會讓出控制權，因此 main 比 Ann 先讀到。' +
      '等待 Future 的任務也是這樣被叫醒的：叫醒它的就是一個回呼。' +
      '回呼不能等待，也沒有人等待它，所以多數情況用任務比較好；' +
      '回呼適合小事，例如把完成的任務從集合裡移除。',
  },
  mistakes: [
    {
      answer: 'called-at-once',
      when: ({ prediction = [] }) => isBefore(prediction, 'Ann reads hello', 'main has written'),
      say: {
        en: 'You have Ann called inside setResult(). It only puts the callbacks on the list of the loop; main keeps its turn and prints its next line.',
        'zh-TW':
          '你讓 Ann 在 setResult() 裡面就被呼叫了。它只是把回呼排進迴圈的清單，main 仍握有控制權，會接著印出下一行。',
      },
    },
    {
      answer: 'called-when-awaited',
      when: ({ prediction = [] }) => isBefore(prediction, 'Ann reads hello', 'main reads hello'),
      say: {
        en: 'You have main give up its turn at yield* letter. But the letter is there already: the result of a future that is done is given at once.',
        'zh-TW':
          '你讓 main 在 yield* letter 讓出了控制權。但信已經寫好了：已完成的 Future 會立刻給出結果。',
      },
    },
    {
      answer: 'last-added-first',
      when: ({ prediction = [] }) => isBefore(prediction, 'Bob reads hello', 'Ann reads hello'),
      say: {
        en: 'You have Bob called before Ann. The callbacks are called in the order in which they were added.',
        'zh-TW': '你讓 Bob 比 Ann 先被呼叫。回呼是按照加入的順序呼叫的。',
      },
    },
    {
      answer: 'called-last',
      when: ({ prediction = [] }) => isBefore(prediction, 'main ends', 'Ann reads hello'),
      say: {
        en: 'You have the callbacks wait until main has ended. They have been on the list since setResult(); look at the place where main gives up its turn.',
        'zh-TW':
          '你讓回呼等到 main 結束才執行。它們從 setResult() 起就在清單上了；看看 main 在哪裡讓出控制權。',
      },
    },
  ],
});

function isBefore(lines: readonly string[], first: string, second: string): boolean {
  return lines.includes(first) && lines.indexOf(first) < lines.indexOf(second);
}
