/** A task that is started and forgotten: it is cut off when main ends. */

import { defineExercise } from 'asyncio-lab';

export default defineExercise({
  title: { en: 'The lost task', 'zh-TW': '遺失的任務' },
  kind: 'fix',
  task: {
    en:
      'Saving takes 2 seconds, and the window is closed after one. The program does not wait for the task that ' +
      'saves, and the letter is lost. The window has to close after one second as now; the program must ' +
      'end only when the letter is saved.',
    'zh-TW':
      '儲存要 2 秒，視窗在 1 秒後關閉。程式沒有等待負責儲存的任務，信就丟了。' +
      '視窗仍須在 1 秒後關閉，但程式要等信存好才能結束。',
  },
  hints: [
    {
      en: 'createTask() gives you the task. Who throws it away can neither wait for it nor learn how it ended.',
      'zh-TW': 'createTask() 會把任務交給你。丟掉它的人，就沒辦法等待它，也無從得知它如何結束。',
    },
    {
      en: 'Keep it in a variable, and wait for it as the last thing that main does.',
      'zh-TW': '把它放進變數，在 main 的最後等待它。',
    },
  ],
  why: {
    en:
      'A task that nobody holds and nobody waits for is at the mercy of what happens around it. It is cut off when main ends; ' +
      'an exception in it is seen by nobody until the task is thrown away; and in CPython it can vanish in the middle ' +
      'of its work, for the event loop keeps only weak references to tasks, and the garbage collector takes what nobody ' +
      'else holds. The documentation of create_task() says so: save a reference. ' +
      'A TaskGroup does all of this for you: it holds its tasks, waits for them, and passes on their exceptions.',
    'zh-TW':
      '沒有人持有、也沒有人等待的任務，只能聽天由命。main 一結束它就被切斷；它的例外要到任務被丟棄時才有人看見；' +
      '在 CPython 裡，它甚至可能在工作途中消失，因為事件迴圈只保留任務的弱參照，沒有別人持有的就會被垃圾回收。' +
      'create_task() 的文件也這麼說：請保留一個參照。' +
      'TaskGroup 會替你做好這一切：它持有任務、等待它們，並傳遞它們的例外。',
  },
  mistakes: [
    {
      answer: 'unsolved',
      when: ({ pending }) => pending.includes('save'),
      say: {
        en: 'main ended at 1 second, while save() was in the middle of its work, so it was cancelled. The task was started, and then nobody asked for it again.',
        'zh-TW':
          'main 在第 1 秒結束，那時 save() 還在進行，於是被取消了。任務啟動之後，就沒有人再理會它。',
      },
    },
    {
      answer: 'waits-at-once',
      when: ({ tasks, elapsed }) => tasks === 0 && elapsed === 3,
      say: {
        en: 'The letter is saved, but now the window waits for it, and closes at 3 seconds. Saving should go on beside.',
        'zh-TW': '信存好了，但視窗卻在等它，第 3 秒才關閉。儲存應該在旁邊同時進行。',
      },
    },
    {
      answer: 'waits-before-closing',
      when: ({ texts }) =>
        texts.indexOf('saved the letter') === 1 && texts.at(-1) === 'window closed',
      say: {
        en: 'The window is closed only when the letter is saved. Close it first, and wait then.',
        'zh-TW': '信存好了，視窗才關閉。請先關閉視窗，再等待。',
      },
    },
    {
      answer: 'sleeps-longer',
      when: ({ lines, elapsed }) =>
        elapsed > 2 && lines.some(({ t, text }) => t === 2 && text === 'saved the letter'),
      say: {
        en: 'The letter is saved at 2 seconds, and the program goes on sleeping. Nobody knows how long saving takes: wait for the task itself.',
        'zh-TW': '信在第 2 秒就存好了，程式卻還在睡。沒有人知道儲存要多久：請等待任務本身。',
      },
    },
  ],
});
