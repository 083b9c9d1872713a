/** A list that is made too early: the learner turns it into a generator. */

import { defineExercise } from 'asyncio-lab';

export default defineExercise({
  title: { en: 'Only when it is asked for', 'zh-TW': '要的時候才給' },
  kind: 'fix',
  task: {
    en:
      'main looks for the first square above 10 and stops there. Yet squares() makes all six of ' +
      'them before it gives the first away. Make it a generator: a function* that yields one ' +
      'square at a time. Then four are made, and the last two never.',
    'zh-TW':
      'main 要找第一個大於 10 的平方數，找到就停。但 squares() 在給出第一個之前，就把六個都算完了。' +
      '請把它改成產生器，也就是一次只 yield 一個平方數的 function*。這樣只會算四個，最後兩個永遠不必算。',
  },
  hints: [
    {
      en: 'A function* runs nothing when it is called. It runs up to its next yield each time that the loop asks for a value.',
      'zh-TW': '呼叫 function* 時什麼都不會執行。每當迴圈要一個值，它才執行到下一個 yield。',
    },
    {
      en: 'No list is needed any more: where the square was pushed to the list, yield it.',
      'zh-TW': '不再需要陣列了：原本把平方數放進陣列的地方，改成 yield 它。',
    },
  ],
  why: {
    en:
      'A generator stops at each yield and keeps all of its variables until somebody asks for the ' +
      'next value. So two functions take turns: main runs while squares() is stopped in the middle of its ' +
      'loop, and the other way round. Nothing is made that nobody asks for, which matters when the ' +
      'list would be long, or endless, or costly to make. And it is the seed of everything in this course: a ' +
      'coroutine is a function that can stop in the middle and be resumed, and the event loop is who ' +
      'asks it for its next step. That is how Python came from yield to await.',
    'zh-TW':
      '產生器每遇到 yield 就停下，並保留所有變數，直到有人要下一個值。' +
      '於是兩個函式輪流執行：main 執行時，squares() 停在迴圈中間，反之亦然。' +
      '沒有人要的東西就不會產生，當資料很長、沒有盡頭，或計算代價很高時，這一點很重要。' +
      '這也是整套練習的源頭：協程就是可以停在中間、之後再繼續的函式，而事件迴圈就是向它要下一步的人。' +
      'Python 就是這樣從 yield 走到 await 的。',
  },
  mistakes: [
    {
      answer: 'returns-list',
      when: ({ texts }) => texts.length === 6 && texts[5] === 'squaring 6',
      say: {
        en: 'main got nothing at all: a loop over a generator takes what is yielded, and never what is returned.',
        'zh-TW':
          'main 什麼都沒拿到：用迴圈走訪產生器時，得到的是 yield 出來的值，不是 return 的值。',
      },
    },
    {
      answer: 'stops-early',
      when: ({ texts }) => texts.length === 8 && texts[1] === 'squaring 2',
      say: {
        en: 'Four squares are made now, but still all of them before main gets the first, and squares() has to know where main will stop. Let main decide.',
        'zh-TW':
          '現在只算四個了，但仍然是全部算完，main 才拿到第一個，而且 squares() 得預先知道 main 會在哪裡停。該由 main 決定。',
      },
    },
    {
      answer: 'unsolved',
      when: ({ texts }) => texts[5] === 'squaring 6',
      say: {
        en: 'All six squares were made before main got the first one. squares() gives its values away only at its end.',
        'zh-TW': 'main 拿到第一個之前，六個平方數都算完了。squares() 到結束時才一次交出所有的值。',
      },
    },
  ],
});
