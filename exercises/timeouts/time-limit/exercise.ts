/** A wait that must not last longer than it is worth: `waitFor`. */

import { defineExercise } from 'asyncio-lab';

export default defineExercise({
  title: { en: 'Not longer than that', 'zh-TW': '最多等這麼久' },
  kind: 'write',
  task: {
    en:
      'The page takes 10 seconds. Give it 2. When the time is over, the fetch has to be stopped, so that ' +
      'its connection is closed, and “no answer in time” is printed.',
    'zh-TW':
      '下載這個網頁要 10 秒，請只給它 2 秒。時間到了就要停止下載，讓連線關閉，並印出「no answer in time」。',
  },
  hints: [
    {
      en: 'waitFor(fetchPage(), 2) gives the result if it comes within 2 seconds. Otherwise it cancels the fetch and raises TimeoutError.',
      'zh-TW':
        'waitFor(fetchPage(), 2) 若在 2 秒內得到結果，就回傳結果；否則就取消下載，並引發 TimeoutError。',
    },
    {
      en: 'Catch the TimeoutError with try and catch, and let every other error pass.',
      'zh-TW': '用 try 與 catch 捕捉 TimeoutError，其他的錯誤則再次引發。',
    },
  ],
  why: {
    en:
      'Every wait for something outside of your program can last for ever, and should have a limit. ' +
      'wait_for() makes two promises: it raises TimeoutError when the time is over, and it does not leave ' +
      'the work running, but cancels it first and waits until it has cleaned up. Inside, the fetch has ' +
      'seen a CancelledError; outside, you see a TimeoutError. Who only stops looking, as with wait() and ' +
      'a timeout, leaves a task behind that goes on with its connection open.',
    'zh-TW':
      '凡是等待程式以外的東西，都可能永遠等下去，所以應該有時限。' +
      'wait_for() 保證兩件事：時間到了會引發 TimeoutError；而且不會讓工作繼續執行，' +
      '它會先取消工作，並等到工作善後完畢。在裡面，負責下載的協程收到的是 CancelledError；' +
      '在外面，你看到的是 TimeoutError。若只是不再等它，例如用 wait() 加上時限，就會留下一個連線還開著、繼續執行的任務。',
  },
  mistakes: [
    {
      answer: 'only-looks',
      when: ({ pending, called }) => pending.includes('fetchPage') && called('wait') > 0,
      say: {
        en: 'You stopped waiting at 2 seconds, but the fetch went on, and run() had to cancel it at the end. wait() cancels nothing.',
        'zh-TW':
          '你在第 2 秒不再等待，但下載的任務還在繼續，最後只好由 run() 取消。wait() 不會取消任何東西。',
      },
    },
    {
      answer: 'not-caught',
      when: ({ outcome }) => outcome.type === 'error' && outcome.name === 'TimeoutError',
      say: {
        en: 'The limit holds, but the TimeoutError went through main and ended the program. The fetch inside sees a CancelledError; whoever waits for it sees a TimeoutError, and has to catch that.',
        'zh-TW':
          '時限生效了，但 TimeoutError 穿過 main，結束了程式。裡面負責下載的協程收到的是 CancelledError；等待它的人收到的是 TimeoutError，必須捕捉它。',
      },
    },
    {
      answer: 'unsolved',
      when: ({ texts, elapsed }) => texts.includes('got the page') && elapsed === 10,
      say: {
        en: 'The page came after 10 seconds, and somebody has waited all that time.',
        'zh-TW': '網頁在 10 秒後才到，而有人就這樣等了這麼久。',
      },
    },
  ],
});
