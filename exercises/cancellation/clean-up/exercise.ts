/** A task is cancelled while it waits, and has to put things in order on its way out: finally. */

import { defineExercise } from 'asyncio-lab';

export default defineExercise({
  title: { en: 'Turn the oven off', 'zh-TW': '記得關烤箱' },
  kind: 'write',
  task: {
    en:
      'The bread is baked for 1 second, and the oven is turned off. The cake would take 10, but main ' +
      'cancels it after 2, and the oven stays on. Write bake() so that the oven is turned off in both ' +
      'cases, when the baking is done and when it is cancelled, while main still learns of the ' +
      'cancellation and prints no cake today.',
    'zh-TW':
      '麵包烤了 1 秒，烤箱就關了。蛋糕要烤 10 秒，但 main 在 2 秒後取消它，烤箱卻一直開著。' +
      '請改寫 bake()，讓烤箱在烤完和被取消這兩種情況下都會關掉；' +
      '同時 main 仍要得知任務已被取消，印出 no cake today。',
  },
  hints: [
    {
      en: 'cancel() raises a CancelledError inside bake(), at the yield* where it waits. The lines after it are not reached any more.',
      'zh-TW':
        'cancel() 會在 bake() 裡面引發 CancelledError，就在它等待的那個 yield*。後面的行就執行不到了。',
    },
    {
      en: 'What stands in finally { … } is run however its try { … } is left: at its end, or by an exception, which then goes on.',
      'zh-TW':
        '不論怎樣離開 try { … }，都會執行 finally { … } 的內容：可能是執行到最後，也可能是因為例外，而例外之後會繼續傳出去。',
    },
  ],
  why: {
    en:
      'A task is cancelled where it waits: the yield* at which it sleeps raises CancelledError, and from ' +
      'there it goes up like any exception. So the tools for exceptions are the tools for cancellation. ' +
      'finally runs on both ways out, and lets the exception pass, so that whoever waits for the task ' +
      'learns that it was cancelled. It is the place to turn off what was turned on, close files and ' +
      'give back connections. Mind where try begins: only once it is entered can finally be relied on. ' +
      'Python has the same finally, and async with, which does it for you; here that is asyncWith().',
    'zh-TW':
      '任務是在它等待的地方被取消的：讓它睡著的 yield* 引發 CancelledError，之後就像任何例外一樣往上傳。' +
      '所以處理例外的工具，就是處理取消的工具。' +
      '兩條離開的路都會經過 finally，而且它會讓例外繼續傳出去，等待任務的人因此知道任務被取消了。' +
      '開了的東西要在這裡關掉，檔案要關閉，連線要歸還。' +
      '請留意 try 從哪裡開始：進了 try，finally 才一定會執行。' +
      'Python 的寫法相同，也可以用 async with 代勞；這裡則是 asyncWith()。',
  },
  mistakes: [
    {
      answer: 'main-turns-it-off',
      when: ({ texts }) => texts.includes('no cake today') && texts.at(-1) === 'oven off',
      say: {
        en: 'The oven was turned off by main, which must know of it then. If bake() is cancelled by somebody else, the oven stays on: who turns it on should turn it off.',
        'zh-TW':
          '烤箱是 main 關的，它就得知道有這回事。如果是別人取消 bake()，烤箱還是會開著：誰開的，就該由誰關。',
      },
    },
    {
      answer: 'keeps-the-cancellation',
      when: ({ swallowed }) => swallowed.includes('bake'),
      say: {
        en: 'The oven is off, but main was never told that there is no cake: the CancelledError was caught and kept, so the task ended as if all were well.',
        'zh-TW':
          '烤箱關了，但 main 並不知道沒有蛋糕：CancelledError 被捕捉之後留住了，任務就像一切正常那樣結束。',
      },
    },
    {
      answer: 'cake-all-the-same',
      when: ({ texts }) => texts.includes('cake is done'),
      say: {
        en: 'The oven is off, but the cake is said to be done after 2 of its 10 seconds. What holds only for the good end does not belong where both ways lead through.',
        'zh-TW':
          '烤箱關了，但 10 秒的蛋糕才烤 2 秒，就說烤好了。只有順利結束時才成立的事，不該放在兩條路都會經過的地方。',
      },
    },
    {
      answer: 'only-when-cancelled',
      when: ({ texts }) =>
        texts.includes('oven off') &&
        texts.includes('bread is done') &&
        texts[texts.indexOf('bread is done') + 1] !== 'oven off',
      say: {
        en: 'Now the oven is turned off when the baking is cancelled, but after the bread it stays on. It has to be off after both.',
        'zh-TW': '現在被取消時烤箱會關，但麵包烤好之後卻一直開著。兩種情況都要關。',
      },
    },
    {
      answer: 'unsolved',
      when: ({ texts, elapsed }) =>
        elapsed === 3 &&
        texts.filter((text) => text === 'oven on').length === 2 &&
        texts.filter((text) => text === 'oven off').length === 1,
      say: {
        en: 'The oven was turned on twice and off once: at 3 seconds bake() was cancelled while it slept, and the line that turns the oven off was not reached.',
        'zh-TW':
          '烤箱開了兩次，只關了一次：第 3 秒時，bake() 在 sleep 的時候被取消，沒有執行到關烤箱的那一行。',
      },
    },
  ],
});
