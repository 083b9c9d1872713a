/** Try again, wait longer each time, and stop when told to: retries. */

import { defineExercise } from 'asyncio-lab';

export default defineExercise({
  title: { en: 'Try again, but politely', 'zh-TW': '有禮貌地再試一次' },
  kind: 'write',
  task: {
    en:
      'The server is busy, and answers at the third attempt. Write tryAgain(): up to four attempts, with a ' +
      'pause after each failure that doubles, 1, 2, 4 seconds. Then main gives the broken server 2.5 ' +
      'seconds; when they are over, tryAgain() has to stop at once.',
    'zh-TW':
      '伺服器很忙，第三次才會回答。請完成 tryAgain()：最多試四次，每次失敗後暫停，時間逐次加倍：1、2、4 秒。' +
      '接著 main 會給壞掉的伺服器 2.5 秒；時間到了，tryAgain() 必須立刻停止。',
  },
  hints: [
    {
      en: 'A loop over the attempts, a try around ask() that returns its answer, and a sleep() at the end of the loop.',
      'zh-TW': '用迴圈計算次數，用 try 包住 ask() 並回傳答案，迴圈末尾放 sleep()。',
    },
    {
      en: 'Keep the pause in a variable, and double it after each sleep.',
      'zh-TW': '把暫停的時間放進變數，每次睡完就加倍。',
    },
    {
      en: 'JavaScript’s catch takes CancelledError too, which is no failure of the server. rethrowIfCancelled(error) lets it pass.',
      'zh-TW':
        'JavaScript 的 catch 也會捕捉 CancelledError，但那不是伺服器的失敗。rethrowIfCancelled(error) 會讓它繼續傳出去。',
    },
  ],
  why: {
    en:
      'A server that is busy does not get better when everybody asks again at once; pauses that grow ' +
      'give it room, and a limit on the attempts makes sure that an end comes. The hard part is the catch: to be cancelled is ' +
      'not a failure after which one tries again. Who takes it for one goes on when the time is over, and ' +
      'wait_for() waits, for it wants to see the end of what it has cancelled. In Python except Exception has let ' +
      'CancelledError pass since version 3.8; in JavaScript a catch takes all, and rethrowIfCancelled() is ' +
      'its first line.',
    'zh-TW':
      '忙碌的伺服器，不會因為大家立刻再問就好轉；逐次加長的暫停給它喘息的空間，次數上限則保證總會結束。' +
      '難的是 catch：被取消不是可以再試一次的失敗。' +
      '把它當成失敗的話，時間到了還會繼續，而 wait_for() 會一直等，因為它要看到被取消的工作真正結束。' +
      '在 Python 裡，從 3.8 版起 except Exception 會讓 CancelledError 通過；' +
      '在 JavaScript 裡，catch 什麼都接，所以第一行要寫 rethrowIfCancelled()。',
  },
  mistakes: [
    {
      answer: 'swallows-the-cancellation',
      when: ({ texts, outcome }) => texts.includes('broken: attempt 3') && isBusy(outcome),
      say: {
        en: 'The time was over at 2.5 seconds, yet tryAgain() tried again: it took the cancellation for a failure of the server.',
        'zh-TW': '2.5 秒的時間已經到了，tryAgain() 卻還在再試：它把取消當成了伺服器的失敗。',
      },
    },
    {
      answer: 'always-attempt-one',
      when: ({ texts, outcome }) =>
        texts.filter((text) => text === 'busy: attempt 1').length > 1 && isBusy(outcome),
      say: {
        en: 'Each attempt says that it is the first, so that the server never comes to the third. Hand the number on.',
        'zh-TW': '每次都說是第一次，伺服器永遠等不到第三次。請把次數傳過去。',
      },
    },
    {
      answer: 'without-a-pause',
      when: ({ lines }) => lines.some(({ t, text }) => text === 'busy: attempt 2' && t === 1),
      say: {
        en: 'The second attempt came in the same moment in which the first had failed. Wait in between.',
        'zh-TW': '第一次剛失敗，第二次就立刻來了。中間要等一下。',
      },
    },
    {
      answer: 'the-same-pause',
      when: ({ lines }) => lines.some(({ t, text }) => text === 'busy: attempt 3' && t === 4),
      say: {
        en: 'The second pause was as long as the first. It has to double each time: 1, 2, 4 seconds.',
        'zh-TW': '第二次的暫停和第一次一樣長。應該逐次加倍：1、2、4 秒。',
      },
    },
    {
      answer: 'unsolved',
      when: ({ texts, outcome }) => texts.length === 1 && isBusy(outcome),
      say: {
        en: 'The first attempt failed, and that was all: nobody tried again.',
        'zh-TW': '第一次失敗，就這樣結束了：沒有人再試。',
      },
    },
  ],
});

function isBusy(outcome: { readonly type: string; readonly message?: string }): boolean {
  return outcome.message === 'busy';
}
