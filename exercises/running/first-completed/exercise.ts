/** Several are asked, and the first answer is enough: `wait` with FIRST_COMPLETED. */

import { defineExercise } from 'asyncio-lab';

export default defineExercise({
  title: { en: 'The first answer wins', 'zh-TW': '最先到的答案' },
  kind: 'write',
  task: {
    en:
      'Three mirrors have the same file, and nobody knows which of them is fastest. Ask all three, use ' +
      'wait() to go on with the first answer, and give up the others: cancel them, and wait until they have really ' +
      'ended. Then print whose answer is used. It takes 1 second.',
    'zh-TW':
      '三個鏡像站有同一個檔案，沒有人知道哪個最快。請同時詢問三個，用 wait() 採用最先到的答案，放棄其餘的：' +
      '取消它們，並等到它們真正結束，然後印出採用了誰的答案。總共 1 秒。',
  },
  hints: [
    {
      en: 'wait(tasks, { returnWhen: FIRST_COMPLETED }) comes back as soon as one is done, with two sets: the done and the pending.',
      'zh-TW':
        'wait(tasks, { returnWhen: FIRST_COMPLETED }) 只要有一個完成就會返回，並給你兩個集合：已完成的與未完成的。',
    },
    {
      en: 'wait() cancels nothing. Call cancel() on the others; on a task that is done it does nothing.',
      'zh-TW':
        'wait() 不會取消任何東西。請對其他任務呼叫 cancel()；對已完成的任務呼叫它則沒有作用。',
    },
    {
      en: 'cancel() is only a request. gather(...tasks, { returnExceptions: true }) waits until each of them has ended, and raises nothing.',
      'zh-TW':
        'cancel() 只是要求。gather(...tasks, { returnExceptions: true }) 會等到每個都結束，而且不會引發例外。',
    },
  ],
  why: {
    en:
      'gather() and TaskGroup wait for all; wait() lets you say for what: all, the first, or the first ' +
      'that fails. It returns sets of tasks rather than results, raises nothing and cancels nothing, so ' +
      'what becomes of the rest is up to you. Who leaves the rest running pays for it: connections stay open, ' +
      'and lines appear from work that nobody wants any more. And cancel() is a request that is heard ' +
      'when the task runs next; a program that goes on at once runs beside tasks that are still cleaning up.',
    'zh-TW':
      'gather() 和 TaskGroup 會等全部完成；wait() 則由你決定等什麼：全部、第一個，或第一個失敗的。' +
      '它回傳的是任務的集合而不是結果，不會引發例外，也不會取消任何東西，其餘的怎麼辦由你決定。' +
      '放著其餘的繼續執行是有代價的：連線一直開著，沒有人要的工作還會印出訊息。' +
      '而 cancel() 只是要求，任務下次執行時才會收到；若程式立刻往下走，那些任務可能還在善後。',
  },
  rules: { uses: ['wait'] },
  mistakes: [
    {
      answer: 'unsolved',
      when: ({ elapsed }) => elapsed === 3,
      say: {
        en: 'It took 3 seconds: all three were waited for, the slowest too, though Taipei had answered after one.',
        'zh-TW': '總共 3 秒：三個都等了，連最慢的也是，但 Taipei 在 1 秒後就回答了。',
      },
    },
    {
      answer: 'first-of-the-list',
      when: ({ texts }) => texts.includes('used: Oslo'),
      say: {
        en: 'Oslo is the first of the list, not the first that answers: Taipei was there a second earlier.',
        'zh-TW': 'Oslo 只是清單上的第一個，並不是最先回答的：Taipei 早了一秒。',
      },
    },
    {
      answer: 'left-running',
      when: ({ pending }) => pending.length > 0,
      say: {
        en: 'Oslo and Lima were still at work when main ended, and run() had to cancel them. wait() cancels nothing by itself.',
        'zh-TW':
          'main 結束時，Oslo 和 Lima 還在執行，只好由 run() 取消。wait() 本身不會取消任何東西。',
      },
    },
    {
      answer: 'does-not-wait-for-the-end',
      when: ({ texts }) =>
        texts.includes('used: Taipei') &&
        texts.indexOf('used: Taipei') < texts.indexOf('Oslo is given up'),
      say: {
        en: 'The answer is used while the others are still to be ended: cancel() only asks. Wait for them before you go on.',
        'zh-TW': '其他任務還沒結束，就已經採用答案了：cancel() 只是要求。請先等它們結束再繼續。',
      },
    },
  ],
});
