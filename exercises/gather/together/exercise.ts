/** Several waits at once, in one line: gather. */

import { defineExercise } from 'asyncio-lab';

export default defineExercise({
  title: { en: 'Load them together', 'zh-TW': '一起載入' },
  kind: 'fix',
  task: {
    en:
      'A page has a text, a picture and a map, which take 2, 3 and 1 seconds to load. Now they are ' +
      'loaded one after the other, and the page is shown after 6 seconds. Load all three at the same ' +
      'time with gather(), so that it is shown after 3.',
    'zh-TW':
      '一個網頁有文字、圖片和地圖，載入各要 2、3、1 秒。現在是一個接一個載入，6 秒後才顯示網頁。' +
      '請用 gather() 同時載入這三者，讓網頁在 3 秒後就顯示。',
  },
  hints: [
    {
      en: 'gather(a, b, c) makes a task of each coroutine and returns at once. What it returns can be waited for, and is done when all three are.',
      'zh-TW':
        'gather(a, b, c) 會把每個協程都變成任務，並且立刻返回。它回傳的東西可以等待，三者都完成時，它才算完成。',
    },
    {
      en: 'Inside the parentheses stand the three calls as they are, without yield*. There is one yield* only, before gather.',
      'zh-TW': '括號裡就是那三個呼叫，前面不加 yield*。整行只有一個 yield*，放在 gather 前面。',
    },
  ],
  why: {
    en:
      'Calling load() only makes a coroutine. gather() gives each of them a task of its own, and the one ' +
      'yield* waits for all of these tasks. They begin in the order of the arguments, and from then on ' +
      'each takes its own time, so the whole takes as long as the longest, 3 seconds instead of 6. ' +
      'Nothing is computed faster: it is only the waiting that overlaps. That is why this helps a ' +
      'program that waits for servers, and does not help one that computes. In Python it is ' +
      'asyncio.gather(), and the same mistake, one await after the other, is found in many programs.',
    'zh-TW':
      '呼叫 load() 只會建立協程。gather() 給每個協程一個自己的任務，而唯一的 yield* 等待所有這些任務。' +
      '它們按照引數的順序開始，之後各花各的時間，所以總共只要最長的那一個，也就是 3 秒，而不是 6 秒。' +
      '沒有什麼算得更快，重疊的只是等待。' +
      '因此它能幫助等待伺服器的程式，卻幫不了一直在計算的程式。' +
      '在 Python 裡是 asyncio.gather()；一個 await 接著一個的寫法，在許多程式裡也都看得到。',
  },
  rules: { uses: ['gather'] },
  mistakes: [
    {
      answer: 'awaits-inside',
      when: ({ outcome, elapsed }) =>
        outcome.type === 'error' && outcome.name === 'TypeError' && elapsed === 6,
      say: {
        en: 'Each yield* inside the parentheses waits by itself, so 6 seconds were over before gather() was even called. And what it got then was nothing that can be awaited: look at what stands inside.',
        'zh-TW':
          '括號裡的每個 yield* 都會各自等待，所以 gather() 還沒被呼叫，6 秒就過去了。這時它得到的也不是可以等待的東西：看看括號裡寫了什麼。',
      },
    },
    {
      answer: 'not-awaited',
      when: ({ lines, pending }) =>
        pending.includes('load') && lines.some(({ t, text }) => t === 0 && text === 'page shown'),
      say: {
        en: 'The page was shown at 0 seconds, with nothing on it: gather() starts the three and returns at once. main still has to wait for what it returns.',
        'zh-TW':
          '網頁在第 0 秒就顯示了，上面什麼都沒有：gather() 啟動三者之後立刻返回。main 還要等待它回傳的東西。',
      },
    },
    {
      answer: 'gathers-one-by-one',
      when: ({ called, elapsed }) => called('gather') > 1 && elapsed === 6,
      say: {
        en: 'There is a gather() for each part, and each is waited for before the next is called: 6 seconds as before. All of them belong in one.',
        'zh-TW':
          '每個部分各有一個 gather()，而且等完一個才呼叫下一個，所以還是 6 秒。三者要放進同一個 gather()。',
      },
    },
    {
      answer: 'two-of-three',
      when: ({ called, lines }) => {
        const asked = lines.filter(({ text }) => text.endsWith('asked for'));
        return called('gather') === 1 && new Set(asked.map(({ t }) => t)).size === 2;
      },
      say: {
        en: 'Two of the parts are loaded together, and the third is waited for by itself. Look at which one nothing else overlaps with.',
        'zh-TW': '有兩個部分是一起載入的，另一個則單獨等待。看看時間上落單的是哪一個。',
      },
    },
    {
      answer: 'unsolved',
      when: ({ called, elapsed }) => called('gather') === 0 && elapsed === 6,
      say: {
        en: 'It took 6 seconds, the sum of the three waits: the picture is asked for only when the text is here, and the map only after the picture.',
        'zh-TW': '總共 6 秒，正是三段等待的總和：文字到了才要求圖片，圖片到了才要求地圖。',
      },
    },
  ],
});
