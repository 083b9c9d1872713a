/** Several fail in one group: all of their exceptions come, in an ExceptionGroup. */

import { defineExercise } from 'asyncio-lab';

export default defineExercise({
  title: { en: 'More than one error', 'zh-TW': '不只一個錯誤' },
  kind: 'write',
  task: {
    en:
      'Three fields of a form are checked at the same time, and two of them are empty. The ' +
      'TaskGroup raises one exception that holds both. Print the message of each, and then “2 problems”. ' +
      'An error that is not such a group has to pass.',
    'zh-TW':
      '同時檢查表單的三個欄位，其中兩個沒有填。TaskGroup 會引發一個例外，裡面裝著這兩個錯誤。' +
      '請印出每一個的訊息，再印出「2 problems」。若不是這種群組的錯誤，則要再次引發。',
  },
  hints: [
    {
      en: 'What arrives is an ExceptionGroup. Its own message tells only how many there are.',
      'zh-TW': '收到的是 ExceptionGroup。它自己的訊息只說明有幾個。',
    },
    {
      en: 'error.exceptions is the list of what has happened, in the order in which it did.',
      'zh-TW': 'error.exceptions 是發生的例外清單，依發生的順序排列。',
    },
  ],
  why: {
    en:
      'When several things run at once, several can fail, and one exception cannot tell of all of them. Python 3.11 ' +
      'got ExceptionGroup for this, with except*, which takes out of a group what it can handle and ' +
      'lets the rest pass; here split() and subgroup() do so. Even a single failure in a TaskGroup arrives as ' +
      'a group, of one, so that a plain catch for ValueError never sees it. Both checks failed in the ' +
      'same round of the loop: a task that fails later would have been cancelled before it could.',
    'zh-TW':
      '同時執行好幾件事，就可能有好幾件失敗，而一個例外說不清全部。' +
      'Python 3.11 因此有了 ExceptionGroup，以及 except*：它從群組中取出能處理的，讓其餘的繼續傳遞；' +
      '這裡則用 split() 和 subgroup()。' +
      '在 TaskGroup 裡，即使只有一個失敗，收到的也是只裝一個的群組，所以單純捕捉 ValueError 是捕捉不到的。' +
      '這兩個檢查是在事件迴圈的同一輪失敗的：若有任務稍後才會失敗，早就先被取消了。',
  },
  rules: { uses: ['TaskGroup'] },
  mistakes: [
    {
      answer: 'gathers',
      when: ({ called }) => called('gather') > 0 && called('TaskGroup') === 0,
      say: {
        en: 'gather() passes on only the first error, and nobody ever hears of the second. Keep the group.',
        'zh-TW': 'gather() 只會傳出第一個錯誤，第二個永遠沒有人知道。請保留群組。',
      },
    },
    {
      answer: 'catches-one-kind',
      when: ({ outcome }) => outcome.type === 'error' && outcome.name === 'ExceptionGroup',
      say: {
        en: 'The ExceptionGroup went through: it holds two ValueErrors, but is none itself.',
        'zh-TW': 'ExceptionGroup 沒有被捕捉到：它裝著兩個 ValueError，但本身不是 ValueError。',
      },
    },
    {
      answer: 'first-only',
      when: ({ texts }) => texts.includes('name is missing') && !texts.includes('mail is missing'),
      say: {
        en: 'Only the first problem is printed. There is another one in the group.',
        'zh-TW': '只印出了第一個問題。群組裡還有另一個。',
      },
    },
    {
      answer: 'unsolved',
      when: ({ texts }) => texts.some((text) => text.includes('2 sub-exceptions')),
      say: {
        en: 'That is the message of the group. What went wrong is inside.',
        'zh-TW': '這是群組的訊息。真正出錯的內容在裡面。',
      },
    },
  ],
});
