/** A coroutine gives a value back, and `yield*` is where it arrives. */

import { defineExercise } from 'asyncio-lab';

export default defineExercise({
  title: { en: 'A value given back', 'zh-TW': '把值交回去' },
  kind: 'fix',
  task: {
    en:
      'main wants to know the squares of 3 and 4, each of which takes a second to compute. But square ' +
      'prints its result instead of giving it back. Mend it, so that main prints 3 squared is 9 after ' +
      'one second and 4 squared is 16 after two, and nothing else is printed.',
    'zh-TW':
      'main 想知道 3 和 4 的平方，每個都要花一秒計算。' +
      '但 square 只把結果印出來，沒有交回去。' +
      '請修正它，讓 main 在一秒後印出 3 squared is 9，兩秒後印出 4 squared is 16，此外什麼都不印。',
  },
  hints: [
    {
      en: 'A coroutine gives a value back as any function does.',
      'zh-TW': '協程交回一個值的方式，和一般函式一樣。',
    },
    {
      en: 'Write return n * n in place of the print in square. yield* square(3) then stands for the value 9.',
      'zh-TW': '把 square 裡的 print 改成 return n * n。這樣 yield* square(3) 的值就是 9。',
    },
  ],
  why: {
    en:
      'yield* does two things: it waits until the coroutine has ended, and it stands for the value that ' +
      'the coroutine has returned. A coroutine without a return gives None, as a function does; here ' +
      'that is undefined. So a chain of coroutines can be read like ordinary code: call, receive, go ' +
      'on. The value goes to whoever awaits and to nobody else; printing it only shows it to people. ' +
      'In real programs what comes back is the page that was loaded or the row of a database, and the ' +
      'caller goes on with it.',
    'zh-TW':
      'yield* 做兩件事：等到協程結束，然後得到協程回傳的值。' +
      '沒有 return 的協程，和函式一樣會得到 None，在這裡就是 undefined。' +
      '因此一連串的協程讀起來就像普通的程式碼：呼叫、收下結果、繼續往下做。' +
      '值只會交給等待它的人；印出來只是讓人看見而已。' +
      '真實的程式交回的是下載好的網頁，或資料庫裡的一筆資料，呼叫的人就拿著它繼續做下去。',
  },
  mistakes: [
    {
      answer: 'star-taken-away',
      when: ({ neverAwaited }) => neverAwaited.includes('square'),
      say: {
        en: 'main got a coroutine object in place of a number: square was called and never awaited. Look at what stands before square(3) in main.',
        'zh-TW':
          'main 拿到的不是數字，而是協程物件：square 呼叫了，卻從未等待。看看 main 裡 square(3) 前面寫了什麼。',
      },
    },
    {
      answer: 'returns-a-coroutine',
      when: ({ neverAwaited }) => neverAwaited.includes('sleep'),
      say: {
        en: 'What square gave back is the coroutine of sleep() itself, which nobody awaited. Unlike a promise in JavaScript, it is not awaited on the way out: square has to wait first and then return the number.',
        'zh-TW':
          'square 交回的是 sleep() 的協程物件，而沒有人等待它。它不像 JavaScript 的 promise，return 時不會自動等待：square 要先等待，再 return 數字。',
      },
    },
    {
      answer: 'prints-and-returns',
      when: ({ texts }) => texts[0] === '9' && texts[1] === '3 squared is 9',
      say: {
        en: 'main has its values now, but square still prints them as well. Whether to print is for main to say.',
        'zh-TW': 'main 已經拿到值了，但 square 仍然把它們印出來。要不要印，應該由 main 決定。',
      },
    },
    {
      answer: 'unsolved',
      when: ({ texts }) => texts.includes('3 squared is None'),
      say: {
        en: 'main waited for square and got None, that is, nothing: square has ended without giving a value back. To print a value does not hand it to the caller.',
        'zh-TW':
          'main 等完了 square，得到的卻是 None，也就是什麼都沒有：square 結束時沒有交回任何值。把值印出來，不等於交給呼叫的人。',
      },
    },
  ],
});
