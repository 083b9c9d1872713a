/** gather takes awaitables, one beside the other; a list of them has to be spread out. */

import { defineExercise } from 'asyncio-lab';

export default defineExercise({
  title: { en: 'A list of coroutines', 'zh-TW': '裝滿協程的陣列' },
  kind: 'write',
  task: {
    en:
      'The books on some shelves are counted, shelf n in n seconds. How many shelves there are is known ' +
      'only while the program runs, so the coroutines are in an array, jobs. Wait for all of them at the ' +
      'same time with gather(), and keep their results in books. It takes 3 seconds.',
    'zh-TW':
      '要數幾個書架上的書，第 n 個書架要 n 秒。書架有幾個，執行時才知道，所以協程都放在陣列 jobs 裡。' +
      '請用 gather() 同時等待它們全部，並把結果放進 books。總共 3 秒。',
  },
  hints: [
    {
      en: 'gather(a, b, c) takes the awaitables as arguments of their own. An array is one argument, and an array cannot be awaited.',
      'zh-TW':
        'gather(a, b, c) 收的是一個一個的引數，每個都可以等待。陣列只是一個引數，而陣列不能等待。',
    },
    {
      en: 'What Python writes as gather(*jobs) is gather(...jobs) in JavaScript: three dots spread an array into arguments.',
      'zh-TW':
        'Python 的 gather(*jobs)，在 JavaScript 寫成 gather(...jobs)：三個點會把陣列展開成引數。',
    },
  ],
  why: {
    en:
      'gather() takes its awaitables as separate arguments, because one often knows them by name. A list ' +
      'has to be spread, with * in Python and with three dots in JavaScript. Without them gather() gets ' +
      'one thing that cannot be awaited and raises a TypeError, and the coroutines in it are never run. ' +
      'Not all functions are like this: wait() and asCompleted() take the collection itself. To await ' +
      'the coroutines in a loop, one by one, needs no spreading, but then each begins only when the one ' +
      'before has ended. The empty list is no special case: gather() with no arguments is done at once ' +
      'and gives an empty list.',
    'zh-TW':
      'gather() 收的是分開的引數，因為我們往往知道每一個的名字。' +
      '如果是陣列，就得展開：Python 用 *，JavaScript 用三個點。' +
      '不展開的話，gather() 得到的是一個不能等待的東西，於是引發 TypeError，裡面的協程也從未執行。' +
      '並非所有函式都這樣：wait() 和 asCompleted() 收的就是整個集合。' +
      '用 for 迴圈一個一個等待協程，雖然不必展開，但前一個結束，後一個才會開始。' +
      '空陣列也不是特例：沒有引數的 gather() 會立刻完成，並給出空的陣列。',
  },
  rules: { uses: ['gather'] },
  mistakes: [
    {
      answer: 'not-awaited',
      when: ({ outcome }) => outcome.type === 'error' && outcome.message.includes('join'),
      say: {
        en: 'books is not an array of numbers, so it has no join(): gather() gives something that has to be waited for, and only then are the numbers there.',
        'zh-TW':
          'books 不是數字的陣列，所以沒有 join()：gather() 給的東西必須等待，等到了才有數字。',
      },
    },
    {
      answer: 'passes-the-list',
      when: ({ outcome, called }) =>
        outcome.type === 'error' && outcome.name === 'TypeError' && called('gather') > 0,
      say: {
        en: 'gather() got one thing, the array, and an array cannot be awaited: TypeError. It wants what is in it, each as an argument.',
        'zh-TW':
          'gather() 只收到一個東西，也就是陣列，而陣列不能等待，所以是 TypeError。它要的是裡面的內容，每個各為一個引數。',
      },
    },
    {
      answer: 'awaits-the-list',
      when: ({ outcome, called }) =>
        outcome.type === 'error' && outcome.name === 'TypeError' && called('gather') === 0,
      say: {
        en: 'yield* was given an array, and an array cannot be awaited, neither here nor in Python; only the coroutines in it can. What waits for several at the same time?',
        'zh-TW':
          'yield* 後面接的是陣列，而陣列不能等待，這裡和 Python 都一樣；能等待的只有裡面的協程。什麼可以同時等待好幾個？',
      },
    },
    {
      answer: 'one-by-one',
      when: ({ elapsed }) => elapsed === 6,
      say: {
        en: 'The numbers are right, but it took 6 seconds: the for loop waits for each coroutine before it comes to the next, and a coroutine begins only when it is awaited.',
        'zh-TW':
          '數字正確，但花了 6 秒：for 迴圈等完一個協程才輪到下一個，而協程要到有人等待時才會開始。',
      },
    },
    {
      answer: 'unsolved',
      when: ({ neverAwaited, outcome }) => outcome.type === 'return' && neverAwaited.length === 3,
      say: {
        en: 'No shelf was counted: books holds coroutines that nobody has awaited, and that is what the line shows.',
        'zh-TW': '一個書架也沒有數：books 裡是沒有人等待的協程，印出來的就是它們。',
      },
    },
  ],
});
