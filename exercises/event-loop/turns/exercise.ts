/** Two tasks that give up their turn after each line: the loop goes round. */

import { defineExercise } from 'asyncio-lab';

export default defineExercise({
  title: { en: 'Taking turns', 'zh-TW': '輪流' },
  kind: 'predict',
  task: {
    en:
      'createTask() puts a coroutine on the list of the event loop, as a task. The loop takes the tasks ' +
      'of its list in their order; sleep(0) waits for no time at all, it only gives up the turn and ' +
      'stands in line again. Say which lines this program prints, and in which order, before it runs.',
    'zh-TW':
      'createTask() 會把協程變成任務，排進事件迴圈的清單。' +
      '迴圈按照清單的順序一個一個執行任務；sleep(0) 完全不花時間，只是讓出控制權，再到後面重新排隊。' +
      '請在執行之前說出這個程式會依序印出哪些行。',
  },
  hints: [
    {
      en: 'Only one thing runs at a time. Until its first yield* that is main; by then both tasks are on the list.',
      'zh-TW':
        '同一時刻只有一個在執行。在第一個 yield* 之前都是 main，到了那裡，兩個任務都已在清單上。',
    },
    {
      en: 'Draw the line of those that wait: a, b. The first prints and goes to the end of it: b, a. And so on.',
      'zh-TW': '把排隊的樣子畫出來：a、b。最前面的印出一行，再排到最後：b、a。依此類推。',
    },
    {
      en: 'While main waits for a, it does not stand in line at all. It comes back when a has ended, and then waits for b.',
      'zh-TW': 'main 等待 a 的時候根本不在隊伍裡。a 結束後它才回來，接著等待 b。',
    },
  ],
  why: {
    en:
      'The event loop is a list of what is ready, and a loop that goes through it. A task keeps its turn ' +
      'until it waits; nobody takes it away, and nothing else runs meanwhile. sleep(0) is the shortest ' +
      'way to give the turn up: the task goes to the end of the list, so a and b take turns. A task that ' +
      'waits for something else is not on the list until that has come: main waits for a, and so it is ' +
      'not asked in between. The order is not chance, it is the same in every run and in CPython, ' +
      'which is what makes such programs possible to think through.',
    'zh-TW':
      '事件迴圈就是一份「準備好了」的清單，加上一個反覆走過清單的迴圈。' +
      '任務拿到控制權之後，會一直執行到它開始等待；沒有人會搶走，這段期間也不會有別的東西在執行。' +
      'sleep(0) 是讓出控制權最短的方式：任務排到清單最後，所以 a 和 b 輪流執行。' +
      '正在等別的事的任務，要等到那件事發生才會回到清單：main 在等待 a，因此中間不會輪到它。' +
      '這個順序不是碰巧，每次執行都一樣，CPython 也一樣，所以這種程式可以事先想清楚。',
  },
  mistakes: [
    {
      answer: 'begins-at-once',
      when: ({ prediction = [] }) =>
        prediction.includes('a 1') && prediction.indexOf('a 1') < prediction.indexOf('main waits'),
      say: {
        en: 'You have a begin inside createTask(). It only puts the task on the list; main keeps its turn until its first yield*.',
        'zh-TW':
          '你讓 a 在 createTask() 裡就開始了。但它只是把任務排進清單，main 到第一個 yield* 之前都不會讓出控制權。',
      },
    },
    {
      answer: 'one-after-the-other',
      when: ({ prediction = [] }) =>
        prediction.includes('a 2') && prediction.indexOf('a 2') < prediction.indexOf('b 1'),
      say: {
        en: 'You have a run to its end before b begins. Look at the sleep(0) after each line: whose turn is it then?',
        'zh-TW': '你讓 a 執行到結束，才輪到 b。看看每一行之後的 sleep(0)：這時輪到誰？',
      },
    },
    {
      answer: 'main-takes-turns',
      when: ({ prediction = [] }) =>
        prediction.includes('main ends') && prediction.at(-1) !== 'main ends',
      say: {
        en: 'You have main go on before the tasks have ended. It waits for a and then for b, and goes on only when both are done.',
        'zh-TW': '你讓 main 在任務結束之前就繼續了。它先等待 a，再等待 b，兩者都完成後才會繼續。',
      },
    },
  ],
});
