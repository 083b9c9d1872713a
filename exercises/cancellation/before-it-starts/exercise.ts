/** A task that is cancelled before its first step never runs its body, not even its finally. */

import { defineExercise } from 'asyncio-lab';

export default defineExercise({
  title: { en: 'Cancelled before it starts', 'zh-TW': '還沒開始就取消' },
  kind: 'predict',
  task: {
    en:
      'main creates two tasks and cancels both: early at once, late after it has given up its turn for ' +
      'the first time. Each of them would print a line when it begins, when it ends and when it cleans ' +
      'up. Five lines are printed: say in which order, before it runs.',
    'zh-TW':
      'main 建立兩個任務，兩個都取消：early 馬上取消，late 則在 main 第一次讓出控制權之後才取消。' +
      '任務開始、結束或善後時，都會印出一行。' +
      '程式一共印出五行，請在執行之前說出它們的順序。',
  },
  hints: [
    {
      en: 'createTask() runs nothing yet. When main cancels early, not one line of it has run.',
      'zh-TW': 'createTask() 還不會執行任何東西。main 取消 early 的時候，它連一行都還沒執行。',
    },
    {
      en: 'A cancellation is raised where the task waits. Where is early at that moment: inside its try, or before it?',
      'zh-TW': '取消是在任務等待的地方引發的。那一刻 early 在哪裡：在 try 裡面，還是在它之前？',
    },
    {
      en: 'late.cancel() only asks. late hears of it when it has its next turn, and main keeps its own until it waits.',
      'zh-TW':
        'late.cancel() 只是要求。late 要等下次輪到它才會收到，而 main 到等待時才會讓出控制權。',
    },
  ],
  why: {
    en:
      'A task begins only when the loop comes to it. early was cancelled before that, so when its turn ' +
      'comes, CancelledError is raised at the very start of its coroutine, outside of try: nothing is ' +
      'printed, and finally does not run, for the block was never entered. late had begun and was ' +
      'sleeping inside try, so its finally runs; but only when main waits, for cancel() is a request ' +
      'that the task hears in its next turn. For your programs it means: what is opened before ' +
      'createTask() cannot be closed by the task, which may never begin. Open it inside, or close it ' +
      'where it was opened. CPython does exactly the same, unless a task starts eagerly.',
    'zh-TW':
      '任務要等迴圈輪到它才會開始。early 在那之前就被取消了，所以輪到它時，CancelledError 就在協程的最開頭引發，' +
      '在 try 之外：什麼都不會印，finally 也不會執行，因為根本沒有進入那個區塊。' +
      'late 已經開始，正睡在 try 裡面，所以會執行 finally；' +
      '但要等到 main 開始等待，因為 cancel() 只是要求，任務下次輪到時才會收到。' +
      '對你的程式來說，這表示在 createTask() 之前打開的東西，不能指望任務來關，因為任務可能從未開始。' +
      '請在任務裡面打開，或者在哪裡打開，就在哪裡關閉。' +
      'CPython 也完全一樣，除非任務設定成一建立就執行。',
  },
  mistakes: [
    {
      answer: 'early-begins',
      when: ({ prediction = [] }) => prediction.includes('early begins'),
      say: {
        en: 'You have early begin. It was cancelled before the loop came to it for the first time, so there was no moment at which it could.',
        'zh-TW': '你讓 early 開始了。但迴圈第一次輪到它之前，它就被取消了，根本沒有機會開始。',
      },
    },
    {
      answer: 'finally-all-the-same',
      when: ({ prediction = [] }) => prediction.includes('early cleans up'),
      say: {
        en: 'You have early clean up though it never began. finally runs when its try is left, and early had not entered it.',
        'zh-TW':
          '你讓 early 善後，但它從未開始。離開 try 時才會執行 finally，而 early 根本沒有進去過。',
      },
    },
    {
      answer: 'cancelled-at-once',
      when: ({ prediction = [] }) => isBefore(prediction, 'late cleans up', 'main cancelled late'),
      say: {
        en: 'You have late clean up inside cancel(). cancel() is only a request: main keeps its turn and prints its next line first.',
        'zh-TW':
          '你讓 late 在 cancel() 裡面就善後了。cancel() 只是要求：main 仍握有控制權，會先印出下一行。',
      },
    },
    {
      answer: 'neither-begins',
      when: ({ prediction = [] }) => prediction.length > 0 && !prediction.includes('late begins'),
      say: {
        en: 'You have late not begin at all. Between the two cancellations main gives up its turn once, with sleep(0): look at who is on the list then.',
        'zh-TW':
          '你讓 late 根本沒有開始。兩次取消之間，main 用 sleep(0) 讓出了一次控制權：看看那時誰在清單上。',
      },
    },
  ],
});

function isBefore(lines: readonly string[], first: string, second: string): boolean {
  return lines.includes(first) && lines.indexOf(first) < lines.indexOf(second);
}
