/** gather gives the results in the order of its arguments, whoever was first. */

import { defineExercise } from 'asyncio-lab';

export default defineExercise({
  title: { en: 'The order of the results', 'zh-TW': '結果的順序' },
  kind: 'predict',
  task: {
    en:
      'Ann, Bob and Cid each fetch a letter, which takes them 3, 1 and 2 seconds. main gathers the ' +
      'letters and prints them. Six lines are printed: say in which order, before it runs.',
    'zh-TW':
      'Ann、Bob、Cid 各去取一封信，分別要 3、1、2 秒。main 用 gather() 收齊這些信，再印出來。' +
      '一共會印出六行，請在執行之前說出它們的順序。',
  },
  hints: [
    {
      en: 'All three set out at the same time. Each prints a line of its own when it is back: who is back first?',
      'zh-TW': '三人同時出發，各自回來時印出自己那一行：誰最先回來？',
    },
    {
      en: 'main waits until all three are back. Only then does its for loop print the letters.',
      'zh-TW': 'main 會等到三人都回來，之後它的 for 迴圈才印出信。',
    },
    {
      en: 'gather() keeps a place for each of its arguments. The first result is that of the first argument, however long it took.',
      'zh-TW': 'gather() 為每個引數都留了位置。第一個結果屬於第一個引數，不論它花了多久。',
    },
  ],
  why: {
    en:
      'There are two orders here, and they have nothing to do with each other. Lines that the tasks ' +
      'print come as things happen: Bob is back first, then Cid, then Ann. The results of gather() stand ' +
      'in the order of its arguments, so that you know which is whose: the first belongs to Ann though ' +
      'she was last. Therefore const [ann, bob, cid] = yield* gather(…) is always right, and nobody has ' +
      'to put a name into a result to find its owner. The price is that main sees nothing before the ' +
      'last one is back. Who wants each result as it comes takes asCompleted(), in Python ' +
      'asyncio.as_completed().',
    'zh-TW':
      '這裡有兩種順序，彼此毫無關係。' +
      '任務印出的行按照事情發生的先後：先是 Bob，再是 Cid，最後是 Ann。' +
      'gather() 的結果則按照引數的順序排列，讓你知道哪個是誰的：Ann 雖然最後回來，第一個結果還是她的。' +
      '所以可以放心寫 const [ann, bob, cid] = yield* gather(…)，不必在結果裡寫上名字來認主人。' +
      '代價是最後一個回來之前，main 什麼都看不到。' +
      '想要一有結果就拿到，可以用 asCompleted()，也就是 Python 的 asyncio.as_completed()。',
  },
  mistakes: [
    {
      answer: 'each-at-once',
      when: ({ prediction = [] }) => {
        const firstLetter = prediction.findIndex((line) => line.startsWith('letter for'));
        return (
          firstLetter >= 0 && prediction.slice(firstLetter).some((line) => line.endsWith('is back'))
        );
      },
      say: {
        en: 'You have a letter printed while somebody is still away. It is main that prints the letters, and it waits for gather(), which waits for all.',
        'zh-TW':
          '你讓信在還有人沒回來時就印出來了。印信的是 main，它在等 gather()，而 gather() 要等所有人。',
      },
    },
    {
      answer: 'order-of-arguments',
      when: ({ prediction = [] }) => isBefore(prediction, 'Ann is back', 'Bob is back'),
      say: {
        en: 'You have Ann back before Bob. They set out at the same time, and she takes 3 seconds, he takes 1.',
        'zh-TW': '你讓 Ann 比 Bob 先回來。兩人同時出發，她要 3 秒，他只要 1 秒。',
      },
    },
    {
      answer: 'as-they-come',
      when: ({ prediction = [] }) => isBefore(prediction, 'letter for Bob', 'letter for Ann'),
      say: {
        en: 'Who is back first is right. But you have the letters in the same order, and gather() gives its results in another: look at its arguments.',
        'zh-TW':
          '誰先回來，你說對了。但你讓信也照同樣的順序排列，而 gather() 的結果是另一種順序：看看它的引數。',
      },
    },
  ],
});

function isBefore(lines: readonly string[], first: string, second: string): boolean {
  return lines.includes(first) && lines.indexOf(first) < lines.indexOf(second);
}
