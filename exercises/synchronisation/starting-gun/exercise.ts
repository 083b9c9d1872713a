/** Several tasks wait for one thing to happen: an event. */

import { defineExercise } from 'asyncio-lab';

export default defineExercise({
  title: { en: 'The starting gun', 'zh-TW': '發令槍響' },
  kind: 'fix',
  task: {
    en:
      'Ann and Bob are ready at once, but they must not start before the gun goes off, after 2.5 seconds. ' +
      'Let the runners wait for an Event that the starter sets. They start in the very moment of the bang.',
    'zh-TW':
      'Ann 和 Bob 一開始就準備好了，但槍聲在 2.5 秒後才響，在那之前不可以起跑。' +
      '請讓選手等待一個由發令員設定的 Event。槍一響，兩人就在那一刻起跑。',
  },
  hints: [
    {
      en: 'An Event is made once, in main, and handed to everybody who waits for it or sets it.',
      'zh-TW': 'Event 只建立一次，在 main 裡建立，再交給等待它和設定它的人。',
    },
    {
      en: 'yield* gun.wait() waits until somebody calls gun.set(). All who wait are woken then.',
      'zh-TW': 'yield* gun.wait() 會一直等到有人呼叫 gun.set()，那時所有等待的人都會醒來。',
    },
  ],
  why: {
    en:
      'A future can be waited for, too, but it carries a result and is done for good. An Event is ' +
      'only a flag that can be waited for: set() wakes all who wait, whoever comes later does not wait at all, and ' +
      'clear() takes it back. Looking at a variable again and again, with a sleep between, would work after a ' +
      'fashion: too late by up to one sleep, and with work for the loop all the while. Whoever waits for ' +
      'an event costs nothing until it happens.',
    'zh-TW':
      'Future 也可以等待，但它帶著結果，而且一旦完成就定了。Event 只是一個可以等待的旗標：' +
      'set() 喚醒所有等待者，之後才來的人完全不必等，clear() 則把它收回。' +
      '反覆查看變數、中間睡一下，勉強也行得通：只是最多會晚一次睡眠的時間，而且事件迴圈一直有事要做。' +
      '等待 Event 的人，在事情發生之前不花任何代價。',
  },
  rules: { uses: ['Event'] },
  mistakes: [
    {
      answer: 'never-fired',
      when: ({ stuck }) => stuck.some(({ waitsFor }) => waitsFor.includes('Event')),
      say: {
        en: 'Both runners wait for ever: the bang is printed, but nobody sets the event that they wait for.',
        'zh-TW': '兩位選手永遠等下去：雖然印出了 bang，卻沒有人設定他們等待的 Event。',
      },
    },
    {
      answer: 'looks-each-second',
      when: ({ lines }) => lines.some(({ t, text }) => text.endsWith('starts') && t > 2.5),
      say: {
        en: 'The runners start after the bang, but too late: they were asleep when it came. Let them wait for the bang itself.',
        'zh-TW': '選手在槍響之後才起跑，但太晚了：槍響時他們還在睡。請讓他們直接等待槍聲。',
      },
    },
    {
      answer: 'star-forgotten',
      when: ({ neverAwaited }) => neverAwaited.includes('Event.wait'),
      say: {
        en: 'gun.wait() was called, but nobody waited for it: it only makes a coroutine.',
        'zh-TW': '呼叫了 gun.wait()，卻沒有人等待它：這樣只是建立了一個協程。',
      },
    },
    {
      answer: 'unsolved',
      when: ({ lines }) =>
        lines.some(({ t, text }) => t === 0 && text.endsWith('starts')) &&
        lines.some(({ t, text }) => t === 2.5 && text === 'bang'),
      say: {
        en: 'The runners start at 0 seconds, 2.5 seconds before the bang.',
        'zh-TW': '選手在第 0 秒就起跑了，比槍響早了 2.5 秒。',
      },
    },
  ],
});
