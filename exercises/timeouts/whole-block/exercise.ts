/** One limit for several waits: the `timeout` block. */

import { defineExercise } from 'asyncio-lab';

export default defineExercise({
  title: { en: 'A limit for the whole', 'zh-TW': '整體的時限' },
  kind: 'fix',
  task: {
    en:
      'A search, a download and an unpacking have 2.5 seconds together, however they share them. Put all three ' +
      'into one block with timeout(2.5). Here each takes a second, so that the third is stopped in its ' +
      'middle, and “too late” is printed at 2.5 seconds.',
    'zh-TW':
      '搜尋、下載、解壓縮合計只有 2.5 秒，三者如何分配都可以。請用 timeout(2.5) 把三者放進同一個區塊。' +
      '這裡每個步驟要 1 秒，所以第三個做到一半就會停止，並在第 2.5 秒印出「too late」。',
  },
  hints: [
    {
      en: 'asyncWith(timeout(2.5), function* () { … }) gives all that is in the block 2.5 seconds together.',
      'zh-TW': 'asyncWith(timeout(2.5), function* () { … }) 會給區塊裡的所有事情合計 2.5 秒。',
    },
    {
      en: 'Inside the block it is a CancelledError that stops the step. It becomes a TimeoutError where the block is left, so catch it outside.',
      'zh-TW':
        '在區塊裡，讓步驟停下的是 CancelledError。離開區塊時它才變成 TimeoutError，所以要在外面捕捉。',
    },
  ],
  why: {
    en:
      'Whoever asks for something waits for the whole, and does not care which step was slow. Limits of single ' +
      'steps add up, and must be made so short that none of them may be late for once. timeout(), new in Python ' +
      '3.11, sets one deadline for a block, and everything in it may use what is left. It works by ' +
      'cancelling your own task, which is why finally and locks inside are tidied up, and why a ' +
      'CancelledError must never be swallowed: the block could not end. Blocks can be nested; ' +
      'the earliest deadline wins.',
    'zh-TW':
      '提出要求的人等的是整體，不在意哪個步驟慢。' +
      '各步驟的時限會加總，而且得設得很短，偶爾慢一次都不行。' +
      'timeout() 是 Python 3.11 新增的，它為整個區塊設定一個期限，裡面的事情可以共用剩下的時間。' +
      '它的做法是取消你自己的任務，所以裡面的 finally 和鎖都會妥善處理；' +
      '也因此 CancelledError 絕不能吞掉，否則區塊就無法結束。區塊可以巢狀，最早的期限優先。',
  },
  rules: { uses: ['timeout'] },
  mistakes: [
    {
      answer: 'catches-inside',
      when: ({ outcome }) => outcome.type === 'error' && outcome.name === 'TimeoutError',
      say: {
        en: 'The TimeoutError came out of the block and nobody caught it. Inside the block there is none yet.',
        'zh-TW': 'TimeoutError 從區塊裡出來，沒有人捕捉到。在區塊裡面，它還不存在。',
      },
    },
    {
      answer: 'shares-the-time-out',
      when: ({ lines }) => lines[0]?.text === 'too late' && lines[0].t < 1,
      say: {
        en: 'Now not even the search has time enough: each step has a third of the time, whether the others need theirs or not.',
        'zh-TW': '現在連搜尋的時間都不夠：每個步驟只有三分之一的時間，不論其他步驟用不用得完。',
      },
    },
    {
      answer: 'limit-for-each',
      when: ({ called, elapsed }) => called('timeout') > 1 && elapsed === 3,
      say: {
        en: 'There are three blocks, and each begins its 2.5 seconds anew. One block has to hold all of them.',
        'zh-TW': '現在有三個區塊，每個都重新計算 2.5 秒。必須用一個區塊裝下全部。',
      },
    },
    {
      answer: 'unsolved',
      when: ({ called, elapsed }) => called('timeout') === 0 && elapsed === 3,
      say: {
        en: 'It took 3 seconds: each step kept its own limit, and nobody looked at the sum.',
        'zh-TW': '總共 3 秒：每個步驟都在自己的時限內，卻沒有人看總和。',
      },
    },
  ],
});
