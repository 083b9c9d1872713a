/** cancel() asks a task to end; when it has ended, only waiting for it can tell. */

import { defineExercise } from 'asyncio-lab';

export default defineExercise({
  title: { en: 'Wait for the end', 'zh-TW': '等到真正結束' },
  kind: 'fix',
  task: {
    en:
      'When the shop is told to close, the last guests pay, which takes 2 seconds. But main turns the ' +
      'lights out in the very moment in which it asks, and then ends, so that the shop is never closed ' +
      'properly. Have main wait until the task has really ended: lights out should come at 3 seconds, ' +
      'after shop is closed.',
    'zh-TW':
      '要求打烊之後，最後的客人還要結帳，需要 2 秒。' +
      '但 main 一提出要求就關燈，接著就結束了，店沒能好好關門。' +
      '請讓 main 等到任務真正結束：lights out 應該在第 3 秒印出，而且在 shop is closed 之後。',
  },
  hints: [
    {
      en: 'cancel() returns at once. The task gets its CancelledError only when it has its next turn, and may then take its time to clean up.',
      'zh-TW': 'cancel() 會立刻返回。任務下次輪到時才收到 CancelledError，之後還可能花時間善後。',
    },
    {
      en: 'yield* task waits until the task has ended, however long that takes.',
      'zh-TW': 'yield* task 會等到任務結束，不論要多久。',
    },
    {
      en: 'A task that was cancelled raises CancelledError in whoever waits for it. Catch that one in main, and throw any other error again.',
      'zh-TW':
        '等待被取消的任務，會在等待的人那裡引發 CancelledError。請在 main 裡捕捉它，其他的錯誤則再次引發。',
    },
  ],
  why: {
    en:
      'cancel() is a request and nothing more. The task hears it in its next turn, runs its finally, ' +
      'which may itself wait, and only then has ended. Who goes on at once works beside a task that is ' +
      'still cleaning up: it may still hold the file, the port or the lock. So to cancel a task takes ' +
      'two lines, task.cancel() and yield* task, and since the task ends with CancelledError, that must ' +
      'be caught. To cancel a second time does not speed it up; it breaks off the cleaning. One thing to ' +
      'know: if main itself is cancelled while it waits, it gets the same CancelledError. With ' +
      'gather(task, { returnExceptions: true }) or wait([task]) the two are not mixed up.',
    'zh-TW':
      'cancel() 只是要求，如此而已。任務下次輪到時才收到，執行它的 finally，裡面可能還要等待，之後才算結束。' +
      '立刻往下走的人，身邊就是一個還在善後的任務：檔案、連接埠或鎖可能還在它手上。' +
      '所以取消任務需要兩行：task.cancel() 和 yield* task；' +
      '而任務是以 CancelledError 結束的，所以必須捕捉它。' +
      '再取消一次並不會比較快，反而會打斷善後。' +
      '還有一點要知道：如果 main 在等待時自己也被取消，收到的是同樣的 CancelledError；' +
      '改用 gather(task, { returnExceptions: true }) 或 wait([task])，兩者就不會混淆。',
  },
  mistakes: [
    {
      answer: 'does-not-catch',
      when: ({ outcome }) => outcome.type === 'error' && outcome.name === 'CancelledError',
      say: {
        en: 'main waited until the shop was closed, but the task ended with CancelledError, and that came out at the place where main waits, and ended it too. This exception is expected there.',
        'zh-TW':
          'main 等到店關好了，但任務是以 CancelledError 結束的，這個例外在 main 等待的地方引發，讓 main 也結束了。在那裡，它是預料中的例外。',
      },
    },
    {
      answer: 'asks-again',
      when: ({ texts, pending, elapsed }) =>
        pending.length === 0 &&
        elapsed < 3 &&
        texts.includes('last guests pay') &&
        texts.includes('lights out') &&
        !texts.includes('shop is closed'),
      say: {
        en: 'The shop was never closed: it was cancelled again while the last guests were paying, and that broke off the cleaning up. Ask once, and then wait.',
        'zh-TW':
          '店一直沒有關好：最後的客人還在結帳時，它又被取消了一次，善後就此中斷。要求一次就好，然後等待。',
      },
    },
    {
      answer: 'waits-too-short',
      when: ({ lines, texts }) =>
        isBefore(texts, 'last guests pay', 'lights out') &&
        lines.some(({ t, text }) => t < 3 && text === 'lights out'),
      say: {
        en: 'main gave the shop some time, and not enough: the guests were still paying when the lights went out. How long it takes only the task itself knows.',
        'zh-TW': 'main 給了店一點時間，但不夠：燈關了，客人還在結帳。要多久，只有任務自己知道。',
      },
    },
    {
      answer: 'sleeps-instead',
      when: ({ lines, elapsed }) =>
        elapsed > 3 && lines.some(({ t, text }) => t === 3 && text === 'shop is closed'),
      say: {
        en: 'The shop was closed at 3 seconds, and main went on only later: the time was guessed. Wait for the task, then you know the moment.',
        'zh-TW':
          '店在第 3 秒就關好了，main 卻更晚才繼續：時間是猜的。等待任務本身，就知道是哪一刻。',
      },
    },
    {
      answer: 'unsolved',
      when: ({ texts }) => texts[1] === 'lights out',
      say: {
        en: 'The lights went out at 1 second, before the shop had even heard that it is to close: cancel() only asks, and main did not wait for the end.',
        'zh-TW':
          '燈在第 1 秒就關了，店根本還沒收到要打烊的消息：cancel() 只是要求，main 卻沒有等到結束。',
      },
    },
  ],
});

function isBefore(lines: readonly string[], first: string, second: string): boolean {
  return lines.includes(first) && lines.indexOf(first) < lines.indexOf(second);
}
