/** A catch that takes everything takes CancelledError too, and the task cannot be cancelled. */

import { defineExercise } from 'asyncio-lab';

export default defineExercise({
  title: { en: 'The swallowed cancellation', 'zh-TW': '被吞掉的取消' },
  kind: 'fix',
  task: {
    en:
      'keepTrying() asks a server that does not answer, five times. main has enough at 2.5 seconds and ' +
      'cancels the task, but the task takes it for one more failure and goes on. Mend keepTrying() so ' +
      'that it still tries again when there is no answer, and ends when it is cancelled.',
    'zh-TW':
      'keepTrying() 向一個沒有回應的伺服器詢問五次。main 在第 2.5 秒不想再等，取消了任務，' +
      '任務卻把它當成又一次失敗，繼續下去。' +
      '請修正 keepTrying()：沒有回應時仍然再試，被取消時則要結束。',
  },
  hints: [
    {
      en: 'catch takes every exception. At 2.5 seconds it is not a ConnectionError that comes, but the CancelledError of main’s cancel().',
      'zh-TW':
        'catch 會捕捉所有例外。第 2.5 秒來的不是 ConnectionError，而是 main 的 cancel() 所引發的 CancelledError。',
    },
    {
      en: 'rethrowIfCancelled(error), as the first line of the catch, throws a CancelledError again and lets everything else be handled. It needs the error: catch (error).',
      'zh-TW':
        '把 rethrowIfCancelled(error) 放在 catch 的第一行，它會再次引發 CancelledError，其他的則照常處理。它需要錯誤本身：catch (error)。',
    },
  ],
  why: {
    en:
      'cancel() does not stop a task from outside. It raises CancelledError inside, and the task ends ' +
      'only if it lets this exception pass. A catch that means “whatever goes wrong” takes it too, and ' +
      'then the request is gone: nobody asks a second time, and main waits. In Python, CancelledError is ' +
      'no Exception since version 3.8, so that except Exception lets it pass; a bare except still ' +
      'swallows it. JavaScript has only one catch, so begin it with rethrowIfCancelled(error), or throw ' +
      'on whatever is not the error you expect. Time limits, the next chapter, and the end of run() work by ' +
      'cancelling, so a task that swallows it breaks both.',
    'zh-TW':
      'cancel() 並不是從外面把任務停掉。它在任務裡面引發 CancelledError，任務要讓這個例外通過，才會結束。' +
      '意思是「不管出什麼錯」的 catch，也會把它捕捉下來，要求就此消失：沒有人會再要求一次，main 只能等著。' +
      '在 Python 裡，從 3.8 版起 CancelledError 不再是 Exception，所以 except Exception 會讓它通過；' +
      '但什麼都不寫的 except 還是會吞掉它。' +
      'JavaScript 只有一種 catch，所以開頭要寫 rethrowIfCancelled(error)，或者讓不是你預期的錯誤都再次引發。' +
      '下一章的時限，以及 run() 的收尾，都靠取消運作；任務若把取消吞掉，兩者都會失靈。',
  },
  mistakes: [
    {
      answer: 'rethrows-everything',
      when: ({ outcome }) => outcome.type === 'error' && outcome.name === 'ConnectionError',
      say: {
        en: 'Now the first missing answer ends the task with its ConnectionError, and there is no second attempt. Only the cancellation has to pass; no answer means trying again.',
        'zh-TW':
          '現在第一次沒有回應，任務就因 ConnectionError 結束了，沒有第二次嘗試。該放行的只有取消；沒有回應則要再試。',
      },
    },
    {
      answer: 'breaks-out',
      when: ({ swallowed, elapsed }) => elapsed === 2.5 && swallowed.includes('keepTrying'),
      say: {
        en: 'The task stops in time, but it ends as if it had finished its work: main is told that it ended by itself. The CancelledError has to go on to whoever waits.',
        'zh-TW':
          '任務及時停下了，但結束的方式就像做完了工作：main 得知的是它自己結束。CancelledError 必須繼續傳給等待它的人。',
      },
    },
    {
      answer: 'rethrows-too-late',
      when: ({ texts, lines }) =>
        texts.includes('the task is cancelled') &&
        lines.some(({ t, text }) => t === 2.5 && text === 'no answer'),
      say: {
        en: 'The task is cancelled now, but at 2.5 seconds it still complains that there was no answer. Look first at what has come, and only then handle it.',
        'zh-TW':
          '任務確實取消了，但第 2.5 秒時還是抱怨沒有回應。請先看來的是什麼，再決定怎麼處理。',
      },
    },
    {
      answer: 'unsolved',
      when: ({ texts, elapsed }) => elapsed > 2.5 && texts.includes('attempt 4'),
      say: {
        en: 'main cancelled the task at 2.5 seconds, and it went on with attempt 4: the catch has taken the CancelledError for a missing answer and swallowed it.',
        'zh-TW':
          'main 在第 2.5 秒取消了任務，它卻繼續第 4 次嘗試：catch 把 CancelledError 當成沒有回應，吞掉了。',
      },
    },
  ],
});
