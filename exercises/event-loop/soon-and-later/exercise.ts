/** callSoon and callLater: plain functions on the lists of the event loop. */

import { defineExercise } from 'asyncio-lab';

export default defineExercise({
  title: { en: 'Soon, and later', 'zh-TW': '很快，以及稍後' },
  kind: 'write',
  task: {
    en:
      'Besides tasks the event loop calls plain functions, callbacks, when their time has come. With ' +
      'loop.callSoon() and loop.callLater() (call_soon, call_later), have it print soon at its next ' +
      'turn, later at 1 s and last at 2 s. main goes on meanwhile and is done at 3 s; leave its own ' +
      'lines as they are.',
    'zh-TW':
      '除了任務，事件迴圈也會在時間到時呼叫普通的函式，稱為回呼。' +
      '請用 loop.callSoon() 與 loop.callLater()（也就是 call_soon、call_later），' +
      '讓迴圈在下一輪印出 soon，第 1 秒印出 later，第 2 秒印出 last。' +
      'main 同時繼續執行，在第 3 秒結束；它原有的幾行請保持不變。',
  },
  hints: [
    {
      en: 'Both take the function and then, apart from it, its arguments; the loop calls it later. callLater() takes the seconds first.',
      'zh-TW':
        '兩者都先收函式，再分別收它的引數，之後才由迴圈呼叫。callLater() 最前面還要加上秒數。',
    },
    {
      en: "loop.callSoon(print, 'soon'): print itself is handed over, without parentheses of its own.",
      'zh-TW': "loop.callSoon(print, 'soon')：交出去的是 print 本身，後面不加括號。",
    },
    {
      en: "loop.callLater(1, print, 'later') is due one second from now. Both delays count from the moment of the call.",
      'zh-TW': "loop.callLater(1, print, 'later') 會在一秒後到期。兩個延遲都從呼叫的那一刻算起。",
    },
  ],
  why: {
    en:
      'The loop has two lists: what is ready, in order of arrival, and what is due later, in order of ' +
      'time. callSoon() puts a callback at the end of the first, so even soon comes only when main has ' +
      'given up its turn. callLater() puts it on the second; when it is due, it moves to the first. ' +
      'Neither of them waits, and a callback cannot be awaited: it is a plain function that must not ' +
      'block. sleep() itself is made of this: a callback that is due later and wakes the task. In real ' +
      'programs you meet callbacks at the edges, where a library without asyncio reports that something ' +
      'has happened.',
    'zh-TW':
      '迴圈有兩份清單：已經準備好的，按先來後到排；稍後才到期的，按時間排。' +
      'callSoon() 把回呼排在第一份的最後，所以就連 soon，也要等 main 讓出控制權才會印出。' +
      'callLater() 把它放進第二份，到期時再移到第一份。' +
      '兩者都不會等待，也沒辦法等待一個回呼：它是普通的函式，不可以阻塞。' +
      'sleep() 就是這樣做成的：一個稍後到期、負責叫醒任務的回呼。' +
      '真實的程式多半在邊界上遇到回呼，也就是不用 asyncio 的函式庫通知你發生了什麼事的時候。',
  },
  rules: { tasks: true },
  mistakes: [
    {
      answer: 'called-by-main',
      when: ({ lines }) => lines.some(({ text, t }) => text === 'last' && t === 0),
      say: {
        en: "All of it was printed at 0 s, by main itself: print('later') calls print there and then, and hands its result to the loop, which is nothing. Hand over the function and its argument instead.",
        'zh-TW':
          "全部都在第 0 秒由 main 自己印出：print('later') 會當場呼叫 print，交給迴圈的只是它的結果，也就是什麼都沒有。請改為交出函式和它的引數。",
      },
    },
    {
      answer: 'main-sleeps',
      when: ({ lines }) => lines.some(({ text, task }) => text === 'soon' && task !== undefined),
      say: {
        en: 'The lines are right, but a task has printed them and not the loop by a callback. Leave the lines of main as they are, and use callSoon() and callLater().',
        'zh-TW':
          '內容正確，但這些行是由任務印出，而不是由迴圈用回呼印出。請保留 main 原有的幾行，改用 callSoon() 與 callLater()。',
      },
    },
    {
      answer: 'delays-added',
      when: ({ lines }) => lines.some(({ text, t }) => text === 'last' && (t === 1 || t === 3)),
      say: {
        en: "'last' came at another moment than 2 s. callLater() does not wait, so the second delay does not begin where the first has ended: each counts from the moment of its call.",
        'zh-TW':
          'last 不是在第 2 秒印出。callLater() 不會等待，所以第二個延遲不是接在第一個之後：兩者都從呼叫的那一刻算起。',
      },
    },
    {
      answer: 'milliseconds',
      when: ({ texts, outcome }) =>
        outcome.type === 'return' && texts.includes('soon') && !texts.includes('later'),
      say: {
        en: "'later' never came. The loop calls only what it was given, and what is due before main ends, at 3 s; the delay of callLater() is in seconds.",
        'zh-TW':
          'later 一直沒有印出。迴圈只會呼叫交給它的函式，而且要在 main 於第 3 秒結束前到期；callLater() 的延遲以秒計。',
      },
    },
    {
      answer: 'unsolved',
      when: ({ texts, outcome }) =>
        outcome.type === 'return' && !texts.includes('soon') && !texts.includes('later'),
      say: {
        en: 'Only the lines of main were printed: nothing has been put on the lists of the loop yet.',
        'zh-TW': '只印出了 main 自己的兩行：迴圈的清單上還沒有放進任何東西。',
      },
    },
  ],
});
