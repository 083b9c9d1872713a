/** Two waits, one after the other: the learner makes tasks of them. */

import { defineExercise } from 'asyncio-lab';

export default defineExercise({
  title: { en: 'Two waits at once', 'zh-TW': '同時等兩件事' },
  kind: 'fix',
  task: {
    en:
      'Breakfast takes 3 seconds here: the toast is not begun before the tea is ready. Start both ' +
      'as tasks with createTask(), then wait for both, so that breakfast is ready after 2 seconds.',
    'zh-TW':
      '這份早餐要 3 秒：茶好了才開始烤吐司。請用 createTask() 把兩者都變成任務，再等待兩者，讓早餐在 2 秒後就好。',
  },
  hints: [
    {
      en: 'A coroutine that is awaited runs inside the task that awaits it. createTask() gives it a task of its own.',
      'zh-TW': '被等待的協程是在等待它的任務裡執行的。createTask() 會給它一個自己的任務。',
    },
    {
      en: 'Create both tasks first. Only then wait for the first, and then for the second.',
      'zh-TW': '先建立兩個任務，之後才等待第一個，再等待第二個。',
    },
  ],
  why: {
    en:
      'A task is begun by the event loop as soon as main gives up its turn, whether anybody waits for ' +
      'it or not. While main waits for the tea, the toast is on its way; when main comes to wait for ' +
      'the toast, half of its time is over already. The whole takes as long as the longest wait, 2 ' +
      'seconds, not the sum of both. In a program that asks two servers, this is the difference ' +
      'between waiting for both and waiting for the slower one.',
    'zh-TW':
      '任務一建立，只要 main 讓出控制權，事件迴圈就會開始執行它，不論有沒有人在等它。' +
      'main 等茶的時候，吐司已經在烤了；輪到等吐司時，時間早已過了一半。' +
      '整體花費的是最長的那段等待，也就是 2 秒，而不是兩段相加。' +
      '若程式要向兩個伺服器發出請求，差別就在於要等兩者相加的時間，還是只等較慢的那一個。',
  },
  mistakes: [
    {
      answer: 'awaits-at-once',
      when: ({ tasks, atOnce, elapsed }) => tasks === 2 && atOnce === 1 && elapsed === 3,
      say: {
        en: 'There are two tasks, but the second is created only after the first has ended. Look at the moment at which each is created.',
        'zh-TW': '任務有兩個，但第二個要等第一個結束後才建立。看看兩者各在什麼時刻建立。',
      },
    },
    {
      answer: 'waits-for-one',
      when: ({ pending }) => pending.length > 0,
      say: {
        en: 'Main ended while the toast was still on its way, so run() cancelled it. Every task that is started must be waited for.',
        'zh-TW': '吐司還在烤，main 就結束了，於是 run() 取消了它。啟動的每個任務都必須等待。',
      },
    },
    {
      answer: 'unsolved',
      when: ({ tasks, elapsed }) => tasks === 0 && elapsed === 3,
      say: {
        en: 'It took 3 seconds, the sum of both waits: the second begins only when the first has ended.',
        'zh-TW': '總共 3 秒，正是兩段等待的總和：第一段結束後，第二段才開始。',
      },
    },
  ],
});
