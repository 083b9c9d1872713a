/** Tasks in a loop, each awaited as soon as it is made: tasks that gain nothing. */

import { defineExercise } from 'asyncio-lab';

export default defineExercise({
  title: { en: 'Awaited as soon as made', 'zh-TW': '一建立就等待' },
  kind: 'fix',
  task: {
    en:
      'Three pages are fetched, in 3, 1 and 2 seconds. Each has a task of its own, but the whole takes 6 ' +
      'seconds, as if there were no tasks. Mend main so that the pages come in as each is ready and all ' +
      'are here after 3 seconds.',
    'zh-TW':
      '這裡要下載三個網頁，分別需要 3、1、2 秒。' +
      '每個都有自己的任務，總共卻花了 6 秒，好像沒有任務一樣。' +
      '請修正 main，讓網頁各自準備好就送達，3 秒後全部到齊。',
  },
  hints: [
    {
      en: 'Go through the loop by hand: at which second is the second task created?',
      'zh-TW': '把迴圈走一遍：第二個任務是在第幾秒建立的？',
    },
    {
      en: 'Two loops are needed: one that creates all the tasks and keeps them, and one that waits for them.',
      'zh-TW': '需要兩個迴圈：一個建立所有的任務並留著，另一個等待它們。',
    },
    {
      en: 'pages.map(([name, seconds]) => createTask(…)) gives a list of tasks. A for loop with yield* then waits for each.',
      'zh-TW':
        'pages.map(([name, seconds]) => createTask(…)) 會得到任務的陣列，再用 for 迴圈和 yield* 逐一等待。',
    },
  ],
  why: {
    en:
      'A task saves time only if main starts something else before it waits for it. Where one follows ' +
      'the other at once, there is no room for that, and the task is an awaited coroutine with a ' +
      'little more effort. Created first and awaited later, all three are on ' +
      'their way together, and the longest decides. The order of the awaits no longer matters: while ' +
      'main waits for news, the weather comes in all the same, and to wait for a task that is done ' +
      'takes no time. In real programs this loop is a frequent reason why code that uses tasks ' +
      'everywhere is no faster than before.',
    'zh-TW':
      '任務要省下時間，main 必須在等待它之前，先啟動別的事。' +
      '建立之後馬上等待，就沒有這個機會，這樣的任務，只是比直接等待協程多費一點力氣。' +
      '先建立、之後再等待，三個任務就會一起進行，由最久的決定總時間。' +
      '等待的順序也不再重要：main 在等 news 的時候，weather 照樣會送達，而等待已經完成的任務不花時間。' +
      '在真實的程式裡，到處都用了任務卻沒有變快，常常就是因為這種迴圈。',
  },
  mistakes: [
    {
      answer: 'list-of-coroutines',
      when: ({ tasks, elapsed }) => tasks === 0 && elapsed === 6,
      say: {
        en: 'No task was created: a list of coroutines is a list of what has not begun, and each begins only when main comes to await it.',
        'zh-TW':
          '一個任務也沒有建立：協程的陣列裡都是還沒開始的東西，main 輪到等待哪一個，哪一個才開始。',
      },
    },
    {
      answer: 'never-waits',
      when: ({ pending, texts }) => pending.length === 3 && texts[0] === 'all are here',
      say: {
        en: 'All tasks were created and none was waited for: main ended at 0 s, and run() cancelled all three before any page had come.',
        'zh-TW':
          '任務全都建立了，卻一個也沒有等待：main 在第 0 秒就結束，網頁都還沒到，run() 就把三個任務取消了。',
      },
    },
    {
      answer: 'only-the-last',
      when: ({ pending, outcome }) => pending.length > 0 && outcome.type === 'return',
      say: {
        en: 'Not every task was waited for, so main ended while a page was still on its way, and run() cancelled its task. Where are the tasks kept until they are awaited?',
        'zh-TW':
          '不是每個任務都有等待，所以還有網頁沒到，main 就結束了，run() 便取消了它的任務。想想任務在等待之前要存放在哪裡。',
      },
    },
    {
      answer: 'sleeps-instead',
      when: ({ tasks, texts }) =>
        tasks === 3 && texts.includes('all are here') && texts.at(-1) !== 'all are here',
      say: {
        en: 'main slept for as long as the pages should take, and said that all are here before the last one was. To wait for the tasks themselves is no guess.',
        'zh-TW':
          'main 睡的時間是網頁應該要花的時間，結果最後一個網頁還沒到，就說全部到齊了。等待任務本身，才不必猜。',
      },
    },
    {
      answer: 'unsolved',
      when: ({ tasks, atOnce, elapsed }) => tasks === 3 && atOnce === 1 && elapsed === 6,
      say: {
        en: 'There are three tasks, but they ran one after the other, 6 seconds in all: each is created only when the one before it has ended.',
        'zh-TW': '任務有三個，卻是一個接一個執行，總共 6 秒：前一個結束之後，下一個才建立。',
      },
    },
  ],
});
