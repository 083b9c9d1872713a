/** A coroutine object is used as if it were the value that it will give. */

import { defineExercise } from 'asyncio-lab';

export default defineExercise({
  title: { en: 'Not yet a value', 'zh-TW': '還不是值' },
  kind: 'fix',
  task: {
    en:
      'Two prices are asked for, a second each. The line shows two coroutine objects in place of the ' +
      'prices. Mend main so that it prints tea 2, cake 3 after two seconds, and then the sum of both: ' +
      'together 5. Ask for each price only once.',
    'zh-TW':
      '這裡要查詢兩個價格，各花一秒。' +
      '但印出來的不是價格，而是兩個協程物件。' +
      '請修正 main，讓它在兩秒後印出 tea 2, cake 3，接著印出總和 together 5。每個價格只能查詢一次。',
  },
  hints: [
    {
      en: 'Hold the mouse over tea in the editor: it is a Coroutine<number>, not a number. What turns the one into the other?',
      'zh-TW':
        '在編輯器裡把滑鼠移到 tea 上：它是 Coroutine<number>，不是 number。怎樣才能從前者得到後者？',
    },
    {
      en: "yield* price('tea') stands for the number. Keep the number in tea, not the coroutine; then it can be used as often as you like.",
      'zh-TW':
        "yield* price('tea') 的值就是數字。讓 tea 存放數字，而不是協程，之後要用幾次都可以。",
    },
  ],
  why: {
    en:
      'price(…) gives a coroutine object at once, and the number only when it is awaited. As text the ' +
      'object shows as <coroutine object price>; Python adds its address. When you see that in a line or ' +
      'a log, an await is missing. To add two such objects raises TypeError in Python; here the editor ' +
      'refuses it, but JavaScript itself would join their names to one long text. A coroutine can be ' +
      'awaited once only, for it runs only once; its value can be kept in a variable and used again ' +
      'and again. So await first, and keep the value.',
    'zh-TW':
      'price(…) 會立刻給你協程物件，數字則要等待之後才有。' +
      '當成文字印出時，它會顯示為 <coroutine object price>，Python 還會加上位址。在輸出或記錄裡看到它，就表示少了一個 await。' +
      '把兩個這樣的物件相加，Python 會引發 TypeError；在這裡編輯器會拒絕，但 JavaScript 本身只會把它們的名稱接成一長串文字。' +
      '協程只會執行一次，所以只能等待一次；它的值卻可以存在變數裡，要用幾次都行。' +
      '因此，先等待，再把值留下來。',
  },
  mistakes: [
    {
      answer: 'awaited-twice',
      when: ({ outcome }) =>
        outcome.type === 'error' && outcome.message.includes('already awaited'),
      say: {
        en: 'RuntimeError: a coroutine runs once, so it can be awaited only once. Keep what the first await gives in a variable, and use that.',
        'zh-TW':
          'RuntimeError：協程只會執行一次，所以只能等待一次。把第一次等待得到的值存在變數裡，再使用它。',
      },
    },
    {
      answer: 'asked-twice',
      when: ({ elapsed }) => elapsed === 4,
      say: {
        en: 'The lines are right, but it took 4 seconds: each price was asked for twice. Keep the first answer in a variable.',
        'zh-TW': '印出的內容正確，但花了 4 秒：每個價格都查詢了兩次。把第一次的答案存在變數裡。',
      },
    },
    {
      answer: 'value-thrown-away',
      when: ({ texts, neverAwaited, lines }) =>
        neverAwaited.length === 0 && texts.some(isObject) && lines[0]?.t === 2,
      say: {
        en: 'Both were awaited now, but their values went nowhere: tea and cake are still the coroutine objects. Awaiting does not change the object, it gives the value at the place where yield* stands.',
        'zh-TW':
          '兩者都等待了，值卻沒有人收下：tea 和 cake 仍是協程物件。等待不會改變物件，值出現在寫 yield* 的地方。',
      },
    },
    {
      answer: 'only-the-sum',
      when: ({ texts, neverAwaited }) => neverAwaited.length === 0 && texts.some(isObject),
      say: {
        en: 'The sum has its numbers now, but the first line was printed before anything was awaited, so it shows the coroutine objects. Look at where the values are needed first.',
        'zh-TW':
          '總和用的是數字了，但第一行在等待之前就已印出，所以顯示的仍是協程物件。看看最先需要值的是哪裡。',
      },
    },
    {
      answer: 'unsolved',
      when: ({ texts, neverAwaited }) => neverAwaited.includes('price') && texts.some(isObject),
      say: {
        en: 'In place of the prices the line shows coroutine objects: price was called and never awaited.',
        'zh-TW': '這一行顯示的不是價格，而是協程物件：price 呼叫了，卻從未等待。',
      },
    },
  ],
});

function isObject(text: string): boolean {
  return text.includes('<coroutine object');
}
