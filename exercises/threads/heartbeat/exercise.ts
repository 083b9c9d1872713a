/** What a blocking call does to somebody else's timer: predict the order. */

import { defineExercise } from 'asyncio-lab';

export default defineExercise({
  title: { en: 'A late heartbeat', 'zh-TW': '遲到的心跳' },
  kind: 'predict',
  task: {
    en:
      'The heart beats each second. The worker starts after half a second, blocks the thread for 2 seconds, ' +
      'waits for a quarter of a second, and goes home. In which order do the six lines come?',
    'zh-TW':
      '心跳每秒一次。worker 在半秒後開始，阻塞執行緒 2 秒，再等四分之一秒，然後回家。一共會印出六行，順序是什麼？',
  },
  hints: [
    {
      en: 'Write down the instants. The heart’s first sleep would end at 1 second. What does the thread do at that time?',
      'zh-TW': '把時刻寫下來。心跳的第一次 sleep 應該在第 1 秒結束。那時執行緒在做什麼？',
    },
    {
      en: 'At 2.5 seconds the thread is free again: the heart’s timer is long due. It beats, and only then begins its next second.',
      'zh-TW': '第 2.5 秒執行緒才空下來：心跳的計時器早就到期了。它跳一下，之後才開始下一秒。',
    },
  ],
  why: {
    en:
      'A timer says when something may run at the earliest. The second beat was due at 1 second, and the thread was ' +
      'blocked until 2.5, so it came at 2.5; the third came a whole second after that, at 3.5, for a sleep ' +
      'counts from when it begins. The lost time does not come back. What you see in real programs is timeouts that ' +
      'come late, connections that are given up, a page that freezes: the fault is seldom where it shows. ' +
      'asyncio’s debug mode names every step that takes longer than a tenth of a second.',
    'zh-TW':
      '計時器只說明最早何時可以執行。第二次心跳原定在第 1 秒，但執行緒一直被占用到第 2.5 秒，所以 2.5 秒才跳；' +
      '第三次又過了整整一秒，也就是 3.5 秒，因為 sleep 是從開始的那一刻算起。失去的時間不會回來。' +
      '在真實的程式裡，你會看到逾時來得太晚、連線被放棄、頁面卡住：出問題的地方，往往不是毛病所在。' +
      'asyncio 的偵錯模式會指出每個超過十分之一秒的步驟。',
  },
  rules: { blocksAtMost: 2 },
  mistakes: [
    {
      answer: 'nobody-blocks',
      when: ({ prediction }) =>
        prediction !== undefined &&
        prediction.indexOf('beat 2') >= 0 &&
        prediction.indexOf('beat 2') < prediction.indexOf('work ends'),
      say: {
        en: 'The second beat cannot come between “work begins” and “work ends”: nothing awaits there, and the thread does nothing else.',
        'zh-TW':
          '第二次心跳不可能出現在「work begins」與「work ends」之間：那裡沒有 await，執行緒無法做別的事。',
      },
    },
    {
      answer: 'catches-up',
      when: ({ prediction }) =>
        prediction !== undefined &&
        prediction.indexOf('beat 3') >= 0 &&
        prediction.indexOf('beat 3') < prediction.indexOf('worker goes home'),
      say: {
        en: 'The heart does not catch up: after its late second beat it sleeps for a whole second, and the worker only for a quarter.',
        'zh-TW': '心跳不會補回來：遲到的第二次之後，它又睡整整一秒，而 worker 只等四分之一秒。',
      },
    },
    {
      answer: 'heart-waits-for-worker',
      when: ({ prediction }) =>
        prediction !== undefined &&
        prediction.indexOf('worker goes home') >= 0 &&
        prediction.indexOf('worker goes home') < prediction.indexOf('beat 2'),
      say: {
        en: 'The worker blocks only until “work ends”. Then it waits for a quarter of a second with sleep(), and lets others run.',
        'zh-TW': 'worker 只阻塞到「work ends」。之後它用 sleep() 等四分之一秒，讓別人可以執行。',
      },
    },
  ],
});
