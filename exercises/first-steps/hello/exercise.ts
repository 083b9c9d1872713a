/** The first coroutine: one wait, one line. */

import { defineExercise } from 'asyncio-lab';

export default defineExercise({
  title: { en: 'Hello, after a second', 'zh-TW': '一秒後說 hello' },
  kind: 'write',
  task: {
    en:
      'Write the body of main: it waits for one second and then prints hello. What Python writes as ' +
      'async def main() is coroutine(function* main() { … }) here, and its await is yield*. The ' +
      'program is run as run(main()), in Python asyncio.run(main()).',
    'zh-TW':
      '請寫出 main 的內容：先等待一秒，再印出 hello。' +
      'Python 的 async def main()，在這裡寫成 coroutine(function* main() { … })，await 則寫成 yield*。' +
      '程式會以 run(main()) 執行，也就是 Python 的 asyncio.run(main())。',
  },
  hints: [
    {
      en: "Two statements are enough: first the wait, then print('hello').",
      'zh-TW': "兩個敘述就夠了：先等待，再 print('hello')。",
    },
    {
      en: 'Where Python has await asyncio.sleep(1), write yield* sleep(1) here. The seconds are plain numbers, as in Python.',
      'zh-TW':
        'Python 寫 await asyncio.sleep(1) 的地方，在這裡寫 yield* sleep(1)。秒數和 Python 一樣，就是一般的數字。',
    },
  ],
  why: {
    en:
      'sleep(1) does not hold up the whole program: main steps aside, and the event loop comes back to ' +
      'it one second later. In that second the loop is free for other tasks; there are none yet, so it ' +
      'only waits. What lets main step aside is yield*, the await of Python; without it, sleep(1) is ' +
      'made and thrown away. run(main()) makes an event loop, runs main on it to its end and closes it, ' +
      'as asyncio.run() does. In real programs the wait is for the answer of a server, and the code ' +
      'looks just the same.',
    'zh-TW':
      'sleep(1) 不會讓整個程式停住：main 先退到一旁，一秒後事件迴圈再回來繼續執行它。' +
      '這一秒裡，迴圈可以執行別的任務；現在還沒有別的任務，所以只是等著。' +
      '讓 main 退到一旁的是 yield*，也就是 Python 的 await；少了它，sleep(1) 只是建立出來，隨即被丟掉。' +
      'run(main()) 會建立事件迴圈，在上面把 main 執行到結束，再關閉迴圈，和 asyncio.run() 一樣。' +
      '真實的程式等的是伺服器的回應，程式碼的樣子卻完全相同。',
  },
  mistakes: [
    {
      answer: 'plain-yield',
      when: ({ outcome }) =>
        outcome.type === 'error' && outcome.message.startsWith('yield was used'),
      say: {
        en: 'RuntimeError: a plain yield hands sleep(1) to the event loop, which cannot wait for it like that. The await of Python is yield* here, with the star.',
        'zh-TW':
          'RuntimeError：單獨的 yield 只是把 sleep(1) 交給事件迴圈，迴圈沒辦法這樣等待它。Python 的 await 在這裡是 yield*，要有星號。',
      },
    },
    {
      answer: 'no-await',
      when: ({ neverAwaited }) => neverAwaited.includes('sleep'),
      say: {
        en: 'sleep(1) was called, but nobody awaited it, so no time went by. Look at what Python would write before asyncio.sleep(1).',
        'zh-TW':
          'sleep(1) 呼叫了，卻沒有人等待它，所以時間一點也沒過。想想 Python 會在 asyncio.sleep(1) 前面寫什麼。',
      },
    },
    {
      answer: 'blocks',
      when: ({ blocked }) => blocked >= 1,
      say: {
        en: 'The second went by, but the whole event loop stood still for it: blockingSleep() is Python’s time.sleep(). In a coroutine, wait with sleep() and yield*.',
        'zh-TW':
          '一秒是過了，但整個事件迴圈也跟著停住：blockingSleep() 等於 Python 的 time.sleep()。在協程裡請用 sleep() 搭配 yield* 等待。',
      },
    },
    {
      answer: 'milliseconds',
      when: ({ elapsed }) => elapsed >= 100,
      say: {
        en: 'hello came far too late: sleep() counts in seconds, as in Python, not in milliseconds.',
        'zh-TW': 'hello 來得太晚了：sleep() 和 Python 一樣以秒計，不是毫秒。',
      },
    },
    {
      answer: 'prints-first',
      when: ({ lines, elapsed }) => lines.length === 1 && lines[0]?.t === 0 && elapsed === 1,
      say: {
        en: 'The second was waited for, but hello came before it, at 0 s. Look at the order of the two statements.',
        'zh-TW': '一秒有等到，但 hello 在等待之前就印出來了（第 0 秒）。看看兩個敘述的先後順序。',
      },
    },
    {
      answer: 'unsolved',
      when: ({ texts, elapsed }) => texts.length === 0 && elapsed === 0,
      say: {
        en: 'main ended at once, at 0 s, and nothing was printed. It should first wait, and then print.',
        'zh-TW': 'main 在第 0 秒馬上就結束了，什麼也沒印出。它應該先等待，再印出 hello。',
      },
    },
  ],
});
