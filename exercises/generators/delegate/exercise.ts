/** A generator that lets another speak for it: what `yield*`, Python's `yield from`, is. */

import { defineExercise } from 'asyncio-lab';

export default defineExercise({
  title: { en: 'Let another speak for you', 'zh-TW': '請別人代為發言' },
  kind: 'write',
  task: {
    en:
      'A dialogue is a generator: it yields a question, and is resumed with the answer. ask() asks ' +
      'one question and returns its answer. Write interview() so that it lets ask() do both of its ' +
      'questions. main, who answers, must not notice that there are two generators.',
    'zh-TW':
      '這裡的對話是一個產生器：它 yield 一個問題，恢復執行時得到答案。ask() 會問一個問題並回傳答案。' +
      '請完成 interview()，讓 ask() 替它問兩個問題。負責回答的 main 不必知道其實有兩個產生器。',
  },
  hints: [
    {
      en: 'Calling ask() only makes a generator. Somebody has to ask it for its question, hand that on to main, and give it main’s answer.',
      'zh-TW':
        '呼叫 ask() 只會建立產生器。還得有人向它要問題、把問題交給 main，再把 main 的答案交給它。',
    },
    {
      en: 'yield* does all three of them, and its value is what the other generator returns. In Python it is written yield from.',
      'zh-TW':
        'yield* 會完成這三件事，而它的值就是另一個產生器回傳的值。在 Python 寫作 yield from。',
    },
  ],
  why: {
    en:
      'yield* connects whoever runs the outer generator with the inner one: values go out, answers go in, ' +
      'exceptions go both ways, and at the end the returned value stays with the outer one. So a ' +
      'function that stops in the middle can call others that stop in the middle, to any depth. ' +
      'Python called this yield from, and wrote its coroutines with it until version 3.5 gave it the ' +
      'name await. In this library yield* still is the await: main of every exercise that you have solved ' +
      'lets sleep() and gather() speak to the event loop in its place.',
    'zh-TW':
      'yield* 把執行外層產生器的人與內層產生器接在一起：值傳出去，答案傳進來，例外則雙向傳遞，' +
      '最後回傳值留給外層。於是能停在中間的函式，可以呼叫其他也能停在中間的函式，深度不限。' +
      'Python 稱之為 yield from，早期的協程就是用它寫的，直到 3.5 版才有了 await 這個名字。' +
      '在這個函式庫裡，yield* 至今就是 await：你完成的每個練習中，main 都是讓 sleep() 和 gather() 代替自己與事件迴圈交談。',
  },
  mistakes: [
    {
      answer: 'loops-over',
      when: ({ texts }) => texts.includes('noted: undefined'),
      say: {
        en: 'ask() noted undefined: a for loop takes the question out of ask(), but never gives it the answer. The answer stayed with interview().',
        'zh-TW':
          'ask() 記下的是 undefined：for 迴圈會從 ask() 取出問題，卻不會把答案交給它。答案留在了 interview()。',
      },
    },
    {
      answer: 'asks-itself',
      when: ({ texts }) => texts.includes('asked: name?') && !texts.includes('noted: Ada'),
      say: {
        en: 'The questions were asked, but nothing was noted: interview() yields them itself, and ask() never runs.',
        'zh-TW': '問題問了，卻沒有記下任何東西：interview() 自己 yield 了問題，ask() 從未執行。',
      },
    },
    {
      answer: 'star-forgotten',
      when: ({ texts }) => texts.some((text) => text.includes('[object Generator]')),
      say: {
        en: 'There is a generator where a text should be: calling ask() makes one, and runs nothing of it.',
        'zh-TW': '該是文字的地方出現了產生器：呼叫 ask() 只會建立產生器，裡面什麼都還沒執行。',
      },
    },
    {
      answer: 'unsolved',
      when: ({ texts }) => texts.length > 0 && !texts.includes('asked: name?'),
      say: {
        en: 'interview() came to its end without a single question: main has got its result at once.',
        'zh-TW': 'interview() 一個問題也沒問就結束了：main 立刻就拿到它的結果。',
      },
    },
  ],
});
