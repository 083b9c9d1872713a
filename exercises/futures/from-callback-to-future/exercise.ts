/** A library that calls back, made awaitable: its callbacks fill a future. */

import { defineExercise } from 'asyncio-lab';

export default defineExercise({
  title: { en: 'From callback to future', 'zh-TW': '從回呼到 Future' },
  kind: 'write',
  task: {
    en:
      'The phone book is of the old kind: you hand it two functions, and after a second it calls the ' +
      'first with the number, or the second with an error. numberOf() is to make something of it that ' +
      'can be awaited. Its future is made already, but nobody fills it. Have the answer become its ' +
      'result, and the error its exception, so that main prints Ann has 555-0142 at 1 second and Bob is ' +
      'not in the book at 2. askPhoneBook() and main stay as they are.',
    'zh-TW':
      '這本電話簿是舊式的：你交給它兩個函式，一秒後，它會拿號碼呼叫第一個，或是拿錯誤呼叫第二個。' +
      'numberOf() 要把它變成可以等待的東西。Future 已經建立好了，卻沒有人去填。' +
      '請讓答案成為它的結果，錯誤成為它的例外，使 main 在第 1 秒印出 Ann has 555-0142，' +
      '第 2 秒印出 Bob is not in the book。askPhoneBook() 和 main 請保持不變。',
  },
  hints: [
    {
      en: 'askPhoneBook() gets print for both functions now. Hand it functions of your own in their place.',
      'zh-TW': '現在交給 askPhoneBook() 的兩個函式都是 print。請換成你自己的函式。',
    },
    {
      en: 'A future has setResult() for what came, and setException() for what went wrong. Who waits for it gets the one, or has the other raised.',
      'zh-TW':
        'Future 有 setResult()，用來放得到的結果；也有 setException()，用來放出錯的例外。等待它的人會得到前者，或是由它引發後者。',
    },
    {
      en: '(found) => number.setResult(found) is the first of the two functions. The second looks just the same, with the error.',
      'zh-TW':
        '(found) => number.setResult(found) 就是第一個函式。第二個的寫法一樣，只是換成錯誤。',
    },
  ],
  why: {
    en:
      'Many libraries know nothing of coroutines: they take a function and call it when they are done. ' +
      'A future is the bridge. It is made and returned at once, whoever awaits it sleeps, and the ' +
      'callback fills it later; from there on it is a value like any other, and an error is raised in ' +
      'the coroutine, where try and catch find it. Both ways must be filled: if the error is forgotten, ' +
      'the wait has no end. In JavaScript number.setResult handed over by itself would lose its object, ' +
      'so a small function calls it; Python keeps the object, and writes future.set_result. This is ' +
      'also how the runtime itself connects sockets, timers and threads to coroutines.',
    'zh-TW':
      '許多函式庫不認識協程：它們收下一個函式，完成時再呼叫它。Future 就是兩者之間的橋。' +
      '它建立之後立刻回傳，等待它的人睡著，之後由回呼把它填上；' +
      '從此它和其他的值沒有兩樣，錯誤則在協程裡引發，用 try 與 catch 就接得到。' +
      '兩條路都必須填：忘了錯誤那一條，等待就沒有盡頭。' +
      '在 JavaScript 裡，單獨交出 number.setResult 會失去它的物件，所以要用一個小函式來呼叫；' +
      'Python 會記得物件，直接寫 future.set_result 就行。' +
      '執行環境本身也是這樣，把 socket、計時器和執行緒連接到協程。',
  },
  mistakes: [
    {
      answer: 'set-before-the-answer',
      when: ({ lines }) => lines[0]?.t === 0 && lines[0].text.startsWith('Ann has'),
      say: {
        en: 'Ann has an empty number at 0 seconds: the future was filled before the phone book had called. Only inside the function that it calls is the answer there.',
        'zh-TW':
          'Ann 的號碼在第 0 秒就印出來，而且是空的：電話簿還沒回覆，Future 就填上了。只有在它所呼叫的函式裡面，才拿得到答案。',
      },
    },
    {
      answer: 'error-as-result',
      when: ({ texts }) => texts.some((text) => text.startsWith('Bob has')),
      say: {
        en: 'Bob’s error arrived as if it were a number, and no exception was raised. A future has a method of its own for what went wrong.',
        'zh-TW': 'Bob 的錯誤被當成號碼送到，沒有引發任何例外。出錯的時候，Future 另有一個方法。',
      },
    },
    {
      answer: 'only-the-result',
      when: ({ stuck, texts }) => stuck.length > 0 && texts[0] === 'Ann has 555-0142',
      say: {
        en: 'Ann’s number is there, but for Bob main waits for ever: the phone book has reported an error, and it did not get into the future.',
        'zh-TW':
          'Ann 的號碼有了，但 main 卻永遠等著 Bob：電話簿回報了錯誤，這個錯誤卻沒有進到 Future 裡。',
      },
    },
    {
      answer: 'unsolved',
      when: ({ stuck, texts }) => stuck.length > 0 && texts[0] === '555-0142',
      say: {
        en: 'The phone book gave its answer at 1 second, but it was only printed. The future stays empty, and main would wait for it for ever.',
        'zh-TW': '電話簿在第 1 秒就回覆了，但只是印了出來。Future 一直是空的，main 會永遠等下去。',
      },
    },
    {
      answer: 'loses-its-object',
      when: ({ stuck, texts }) => stuck.length > 0 && texts.length === 0,
      say: {
        en: 'The future was never filled, so main would wait for ever. If you hand over number.setResult itself: in JavaScript a method that is handed over alone forgets its object, in Python it does not.',
        'zh-TW':
          'Future 一直沒有填上，所以 main 會永遠等下去。如果你交出的是 number.setResult 本身：在 JavaScript 裡，方法單獨交出去會忘了它的物件，Python 則不會。',
      },
    },
  ],
});
