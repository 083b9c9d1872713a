/** One of several fails: gather lets the others go on, a TaskGroup stops them. */

import { defineExercise } from 'asyncio-lab';

export default defineExercise({
  title: { en: 'A group that stands together', 'zh-TW': '同進退的群組' },
  kind: 'fix',
  task: {
    en:
      'A file is uploaded in three parts, and part two fails after 2 seconds. gather() passes the error ' +
      'on, but part three goes on all the same, and is uploaded while main is cleaning up. Use a ' +
      'TaskGroup: when part two fails, part three is to be stopped at once.',
    'zh-TW':
      '檔案分三個部分上傳，part two 在 2 秒後失敗。gather() 會把錯誤傳出來，但 part three 照樣繼續，' +
      '在 main 善後的時候上傳完成。請使用 TaskGroup：part two 失敗時，part three 要立刻停止。',
  },
  hints: [
    {
      en: 'asyncWith(new TaskGroup(), function* (group) { … }) runs the block, and then waits for all tasks of the group.',
      'zh-TW':
        'asyncWith(new TaskGroup(), function* (group) { … }) 會先執行區塊，再等待群組裡的所有任務。',
    },
    {
      en: 'A task belongs to the group only if it is made by group.createTask(). createTask() alone makes one that belongs to nobody.',
      'zh-TW':
        '只有用 group.createTask() 建立的任務才屬於群組。單獨的 createTask() 建立的任務不屬於任何人。',
    },
  ],
  why: {
    en:
      'gather() was made to collect results. When one of its awaitables fails, it says so at once, and the ' +
      'others go on without anybody who waits for them. A TaskGroup is made for work that belongs ' +
      'together: when one fails, it cancels the rest, waits until all have ended, and then raises what ' +
      'went wrong. When the block is left, no task of it is alive any more, whatever happened, and that makes ' +
      'programs easy to reason about. It is new in Python 3.11, and the documentation of gather() itself points to it as the safer way.',
    'zh-TW':
      'gather() 是用來收集結果的。其中一個失敗時，它會立刻告知，其他的則繼續執行，沒有人等它們。' +
      'TaskGroup 是為彼此相關的工作而設計的：其中一個失敗時，它會取消其餘的，等全部結束，再引發出錯的例外。' +
      '不論發生什麼事，離開區塊時，裡面的任務都已經結束，這讓程式容易理解。' +
      '它是 Python 3.11 新增的，連 gather() 的文件也指出它是比較安全的做法。',
  },
  rules: { uses: ['TaskGroup'] },
  mistakes: [
    {
      answer: 'takes-exceptions-as-results',
      when: ({ called, texts }) =>
        called('gather') > 0 &&
        texts.includes('part three is uploaded') &&
        !texts.includes('upload failed'),
      say: {
        en: 'Now nobody learns that part two has failed: returnExceptions makes a result of the error.',
        'zh-TW': '現在沒有人知道 part two 失敗了：returnExceptions 把錯誤變成了結果。',
      },
    },
    {
      answer: 'gathers-in-the-group',
      when: ({ called, texts }) =>
        called('TaskGroup') > 0 && called('gather') > 0 && texts.includes('part three is uploaded'),
      say: {
        en: 'There is a group, but no task in it: gather() has made the tasks, and the group knows nothing of them.',
        'zh-TW': '雖然有群組，裡面卻沒有任務：任務是 gather() 建立的，群組對它們一無所知。',
      },
    },
    {
      answer: 'tasks-outside-the-group',
      when: ({ called, texts }) =>
        called('TaskGroup') > 0 &&
        called('createTask') > 0 &&
        texts.includes('part three is uploaded'),
      say: {
        en: 'There is a group, but part three was not stopped: its task was not made by the group.',
        'zh-TW': '雖然有群組，part three 卻沒有停止：它的任務不是由群組建立的。',
      },
    },
    {
      answer: 'unsolved',
      when: ({ called, texts }) => called('gather') > 0 && texts.includes('part three is uploaded'),
      say: {
        en: 'Part three was uploaded at 3 seconds, though the upload had failed at 2: gather() lets the others go on.',
        'zh-TW': '上傳在第 2 秒就失敗了，part three 卻在第 3 秒上傳完成：gather() 會讓其他的繼續。',
      },
    },
  ],
});
