/** What `run` does with the tasks that main leaves behind. */

import { defineExercise } from 'asyncio-lab';

export default defineExercise({
  title: { en: 'What is left when main ends', 'zh-TW': 'main 結束時還剩下什麼' },
  kind: 'predict',
  task: {
    en:
      'The guard walks round after round and never stops by herself; main ends after 2.5 seconds. What is ' +
      'printed, and in which order? When does the guard go home?',
    'zh-TW':
      '警衛一圈又一圈地巡邏，自己不會停下；main 在 2.5 秒後結束。' +
      '會印出哪些行，順序如何？警衛什麼時候回家？',
  },
  hints: [
    {
      en: 'createTask() only plans the first step of the guard. It is run when main gives up its turn for the first time.',
      'zh-TW': 'createTask() 只是安排警衛的第一步。main 第一次讓出控制權時，才會執行它。',
    },
    {
      en: 'When main has ended, run() cancels every task that is left, and waits until each of them has ended.',
      'zh-TW': 'main 結束後，run() 會取消所有剩下的任務，並等到每一個都結束。',
    },
    {
      en: 'A cancelled task gets an exception at the place where it waits, and finally runs on its way out.',
      'zh-TW': '被取消的任務會在等待的地方收到例外，離開時會執行 finally。',
    },
  ],
  why: {
    en:
      'run() does not simply drop what main leaves. It cancels all tasks that are not done, gives ' +
      'each of them the time to clean up, and only then closes the loop. So finally can be relied on: files ' +
      'are closed, connections ended. But the guard’s fourth round never comes, whatever it was meant to do: ' +
      'main was over first. Work that has to be finished must be waited for. What only serves ' +
      'while main runs, like this guard, may be left to run().',
    'zh-TW':
      'run() 不會直接丟掉 main 留下的東西。它會取消所有未完成的任務，給每個任務善後的時間，然後才關閉事件迴圈。' +
      '所以 finally 是可靠的：檔案會關閉，連線會結束。' +
      '但警衛的第四圈永遠不會來，不論它原本要做什麼：main 先結束了。' +
      '必須做完的工作就要等待它；像這位警衛，只在 main 執行期間才需要的，可以交給 run() 收尾。',
  },
  mistakes: [
    {
      answer: 'starts-at-once',
      when: ({ prediction }) => prediction?.[0] === 'round 1',
      say: {
        en: 'The first line is not the guard’s: creating a task does not run it yet. main goes on until it waits for something.',
        'zh-TW': '第一行不是警衛印的：建立任務並不會立刻執行它。main 會繼續，直到要等待什麼為止。',
      },
    },
    {
      answer: 'walks-on',
      when: ({ prediction }) => prediction?.includes('round 4') === true,
      say: {
        en: 'The fourth round would begin at 3 seconds, and main ends at 2.5. Nothing waits for the guard after that.',
        'zh-TW': '第四圈要在第 3 秒才開始，而 main 在第 2.5 秒就結束了。之後沒有誰會等警衛。',
      },
    },
    {
      answer: 'never-goes-home',
      when: ({ prediction }) => prediction?.length === 5 && !prediction.includes('guard goes home'),
      say: {
        en: 'The guard is not just forgotten: run() cancels her when main has ended. What does a cancelled task still run?',
        'zh-TW': '警衛不會就這樣被遺忘：main 結束後，run() 會取消她。被取消的任務還會執行什麼？',
      },
    },
    {
      answer: 'home-before-the-end',
      when: ({ prediction }) =>
        prediction !== undefined &&
        prediction.indexOf('guard goes home') >= 0 &&
        prediction.indexOf('guard goes home') < prediction.indexOf('main ends'),
      say: {
        en: 'Nobody cancels the guard before main has ended: run() comes to the leftovers only then.',
        'zh-TW': 'main 結束之前，沒有誰會取消警衛：run() 要到那時才處理剩下的任務。',
      },
    },
  ],
});
