/** One of several fails, and the others are wanted all the same: exceptions as results. */

import { defineExercise } from 'asyncio-lab';

export default defineExercise({
  title: { en: 'One of them fails', 'zh-TW': '其中一個失敗' },
  kind: 'write',
  task: {
    en:
      'Three letters are sent at the same time, and Bob has moved: send() raises a ValueError for him. ' +
      'Now this error ends main, and nothing is learned of the other two. Have main wait for all three, ' +
      'and then print one line for each, in their order: sent: Ann, not sent: Bob has moved, sent: Cid.',
    'zh-TW':
      '三封信同時寄出，但 Bob 搬家了，send() 因此引發 ValueError。' +
      '現在這個錯誤讓 main 直接結束，另外兩封信的下落無從得知。' +
      '請讓 main 等待三封信，再依順序各印出一行：sent: Ann、not sent: Bob has moved、sent: Cid。',
  },
  hints: [
    {
      en: 'gather() takes options after the awaitables: { returnExceptions: true } makes of an exception a result like the others.',
      'zh-TW':
        'gather() 在要等待的東西之後還可以收選項：{ returnExceptions: true } 會把例外也當成一般的結果。',
    },
    {
      en: 'Then results holds two strings and one error. result instanceof Error tells them apart, and result.message is what to print.',
      'zh-TW':
        '這時 results 裡有兩個字串和一個錯誤。用 result instanceof Error 就能分辨，要印的是 result.message。',
    },
  ],
  why: {
    en:
      'By default the first exception goes through gather() at once. That suits work that makes sense ' +
      'only as a whole; but the other tasks are not stopped by it, they merely have nobody any more who ' +
      'waits for them. With returnExceptions, in Python return_exceptions=True, gather() waits for all ' +
      'and raises nothing: each place holds either a result or an exception. From then on it is your ' +
      'duty to look, for an exception that sits quietly in a list is an error that nobody sees. In ' +
      'Python you would ask isinstance(result, Exception); here it is instanceof Error. Mails, downloads ' +
      'or checks that have nothing to do with each other are gathered in this way.',
    'zh-TW':
      '預設情況下，第一個例外會立刻穿過 gather()。這適合必須整體成功才有意義的工作；' +
      '但其他任務並不會因此停下，只是再也沒有人等待它們。' +
      '加上 returnExceptions，也就是 Python 的 return_exceptions=True，gather() 就會等待全部，而且不引發任何例外：' +
      '每個位置放的不是結果，就是例外。' +
      '從這一刻起，檢查就是你的責任，因為靜靜躺在陣列裡的例外，就是沒有人看見的錯誤。' +
      '在 Python 裡會寫 isinstance(result, Exception)，這裡則是 instanceof Error。' +
      '寄信、下載、檢查這類彼此無關的工作，就適合這樣收集結果。',
  },
  rules: { uses: ['gather'] },
  mistakes: [
    {
      answer: 'catches-around-gather',
      when: ({ pending, texts }) =>
        pending.includes('send') && texts.includes('not sent: Bob has moved'),
      say: {
        en: 'The error was caught, but with it main was out of gather() at 1 second and came to its end, and run() cancelled the letters to Ann and Cid. The error must not get out of gather() at all.',
        'zh-TW':
          '錯誤捕捉到了，但 main 也因此在第 1 秒就離開 gather() 並結束，run() 便取消了給 Ann 和 Cid 的信。不能讓錯誤跑出 gather()。',
      },
    },
    {
      answer: 'one-by-one',
      when: ({ texts, elapsed }) => texts.length === 3 && elapsed === 6,
      say: {
        en: 'All three are told of, but it took 6 seconds: each letter is sent only when the one before is done. They should be under way together.',
        'zh-TW': '三封信都有交代，但花了 6 秒：前一封結束，下一封才寄出。它們應該同時進行。',
      },
    },
    {
      answer: 'errors-as-results',
      when: ({ texts }) => texts.some((text) => text.startsWith('sent: ') && text.includes('Bob')),
      say: {
        en: 'The letter to Bob is reported as sent, though what stands there is an error. gather() gives it like any other result: it is up to you to tell them apart.',
        'zh-TW':
          '給 Bob 的信被說成寄出了，但那裡放的其實是錯誤。gather() 把它當成一般的結果交給你，要由你來分辨。',
      },
    },
    {
      answer: 'drops-the-errors',
      when: ({ texts }) =>
        texts.includes('sent: Cid') && !texts.some((text) => text.includes('Bob')),
      say: {
        en: 'Nothing is said about Bob: his error is among the results, and it was passed over. An error that nobody prints is an error that nobody mends.',
        'zh-TW':
          '沒有提到 Bob：他的錯誤就在結果裡，卻被略過了。沒有人印出來的錯誤，就沒有人會去處理。',
      },
    },
    {
      answer: 'unsolved',
      when: ({ outcome }) => outcome.type === 'error' && outcome.name === 'ValueError',
      say: {
        en: 'The ValueError of Bob went through gather() at 1 second and ended main. The letters to Ann and Cid were still on their way, and nobody has heard of them since.',
        'zh-TW':
          'Bob 的 ValueError 在第 1 秒穿過 gather()，讓 main 結束了。給 Ann 和 Cid 的信還在路上，從此再也沒有下落。',
      },
    },
  ],
});
