/** A time limit for waiting, but not for the work: shield, and a reference to wait for. */

import { defineExercise } from 'asyncio-lab';

export default defineExercise({
  title: { en: 'A shield for the saving', 'zh-TW': '保護儲存' },
  kind: 'fix',
  task: {
    en:
      'Saving takes 3 seconds. After 2, main wants to print please wait, so it puts a limit on it; but ' +
      'waitFor() does not merely stop waiting, it cancels the saving. Protect the saving with shield(): ' +
      'please wait comes at 2 seconds, the saving goes on, and main waits for it and prints chapter 7 is ' +
      'saved at 3. It must be saved only once.',
    'zh-TW':
      '儲存要 3 秒。main 想在 2 秒後印出 please wait，所以設了時限；' +
      '但 waitFor() 不只是停止等待，還會取消儲存。' +
      '請用 shield() 保護儲存：第 2 秒印出 please wait，儲存照樣繼續，' +
      'main 等到它完成，在第 3 秒印出 chapter 7 is saved。只能儲存一次。',
  },
  hints: [
    {
      en: 'shield(task) is something to wait for in place of the task. When it is cancelled, the task behind it is not.',
      'zh-TW': '可以等待 shield(task)，來代替任務本身。它被取消時，後面的任務不會被取消。',
    },
    {
      en: 'Make a task of save() and keep it in a variable, then wait for waitFor(shield(task), 2).',
      'zh-TW': '把 save() 變成任務，存進變數，再等待 waitFor(shield(task), 2)。',
    },
    {
      en: 'In the catch you still have the task. It is at work: yield* task waits for the rest and gives the result.',
      'zh-TW':
        '在 catch 裡，任務還在你手上，而且還在執行：yield* task 會等完剩下的部分，並給出結果。',
    },
  ],
  why: {
    en:
      'waitFor() cancels what it waits for when the time is over, which is right for a question that ' +
      'nobody wants answered any more, and wrong for a save or a payment. shield() stands between: the ' +
      'cancellation ends the shield, and the task behind it does not notice. But then nobody waits for ' +
      'the task any more. Without a reference you cannot learn whether it succeeded, run() cancels it ' +
      'when main ends, and in Python the garbage collector may even take it, for the loop holds tasks ' +
      'weakly. So shield() comes with two duties: keep the task, and wait for it in the end. It protects ' +
      'only from the cancellation of who waits; task.cancel() itself still works.',
    'zh-TW':
      '時間一到，waitFor() 就會取消它所等待的東西。對沒有人要答案的問題，這是對的；對儲存或付款就不對了。' +
      'shield() 擋在中間：取消只會結束 shield，後面的任務毫無感覺。' +
      '但這樣一來，就沒有人在等待任務了。' +
      '沒有留下參照，就無從得知它是否成功，main 結束時 run() 會取消它；' +
      '在 Python 裡，它甚至可能被垃圾回收，因為迴圈只保留任務的弱參照。' +
      '所以用 shield() 有兩個責任：留住任務，最後還要等待它。' +
      '它只擋得住等待者被取消；直接呼叫 task.cancel() 仍然有效。',
  },
  rules: { uses: ['shield'] },
  mistakes: [
    {
      answer: 'shields-the-wait',
      when: ({ outcome, called }) =>
        outcome.type === 'error' && outcome.name === 'CancelledError' && called('shield') > 0,
      say: {
        en: 'The shield is there, but the saving was cancelled all the same: waitFor() got the task itself, with nothing between them. Look at which of the two is inside the other.',
        'zh-TW':
          'shield 是有了，儲存卻還是被取消：waitFor() 收到的就是任務本身，中間沒有東西擋著。看看兩者是誰包住誰。',
      },
    },
    {
      answer: 'without-shield',
      when: ({ outcome, called }) =>
        outcome.type === 'error' && outcome.name === 'CancelledError' && called('shield') === 0,
      say: {
        en: 'The task was kept, but waitFor() has cancelled it, so main got its CancelledError when it waited for it again. Something has to stand between the two.',
        'zh-TW':
          '任務留住了，但 waitFor() 已經取消了它，所以 main 再等待它時，收到了 CancelledError。兩者之間要有東西擋著。',
      },
    },
    {
      answer: 'saves-again',
      when: ({ texts }) => texts.filter((text) => text === 'saving').length > 1,
      say: {
        en: 'It was saved from the start a second time, and took 5 seconds: the first saving was cancelled at 2, one second before its end. Let it go on instead.',
        'zh-TW':
          '又從頭存了一次，總共 5 秒：第一次儲存在第 2 秒被取消，只差一秒就完成了。應該讓它繼續。',
      },
    },
    {
      answer: 'longer-limit',
      when: ({ texts }) => texts[0] === 'saving' && texts[1] === 'chapter 7 is saved',
      say: {
        en: 'It is saved, but nobody was told to wait. The message has to come after 2 seconds, when the limit is exceeded.',
        'zh-TW': '是存好了，但沒有印出 please wait。這一行必須在第 2 秒、超過時限時出現。',
      },
    },
    {
      answer: 'keeps-no-task',
      when: ({ texts, pending }) => texts.includes('please wait') && pending.includes('save'),
      say: {
        en: 'The shield has held, but then main ended at 2 seconds, and run() cancelled the saving. It has to be waited for, and for that main needs the task.',
        'zh-TW':
          'shield 擋住了，但接著 main 在第 2 秒就結束，run() 便取消了儲存。必須等待它，而 main 手上要有任務才能等待。',
      },
    },
    {
      answer: 'sleeps-instead',
      when: ({ texts, elapsed }) => elapsed > 2 && texts.includes('nothing is saved'),
      say: {
        en: 'main gave the saving some time, but did not ask it for its result, so it still prints nothing is saved. Keep the task, and wait for it.',
        'zh-TW':
          'main 給了儲存一點時間，卻沒有向它拿結果，所以印出的還是 nothing is saved。請留住任務，並等待它。',
      },
    },
    {
      answer: 'unsolved',
      when: ({ texts, called }) => texts.includes('nothing is saved') && called('shield') === 0,
      say: {
        en: 'Nothing is saved: at 2 seconds waitFor() cancelled the saving, which was one second from its end. A limit for waiting was made a limit for the work.',
        'zh-TW':
          '什麼都沒存到：第 2 秒時，waitFor() 取消了只差一秒就完成的儲存。原本只想限制等待的時間，卻限制了工作本身。',
      },
    },
  ],
});
