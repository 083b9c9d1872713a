/** The commonest mistake with asyncio: a coroutine is called, and nobody awaits it. */

import { defineExercise } from 'asyncio-lab';

export default defineExercise({
  title: { en: 'The missing await', 'zh-TW': '少了一個 await' },
  kind: 'fix',
  task: {
    en:
      'The program loads a diary and should save a copy of it before it says done. It says done, no ' +
      'exception is raised, and still there is no copy. Find the cause: copy saved should come at 3 ' +
      'seconds, and done after it.',
    'zh-TW':
      '這個程式載入日記後，應該先存一份副本，再印出 done。' +
      '它確實印出了 done，沒有引發任何例外，副本卻不存在。' +
      '請找出原因：copy saved 應該在第 3 秒印出，之後才是 done。',
  },
  hints: [
    {
      en: 'Two coroutines are called in main. Compare the two lines.',
      'zh-TW': 'main 裡呼叫了兩個協程，比較一下那兩行。',
    },
    {
      en: 'load is awaited with yield*; save is only called, which makes a coroutine object that nobody keeps. Await it as well.',
      'zh-TW': 'load 有用 yield* 等待；save 只是呼叫，得到的協程物件沒有人留著。它也需要等待。',
    },
  ],
  why: {
    en:
      'save(…) alone makes a coroutine object, and a coroutine begins when somebody awaits it. Nobody ' +
      'did, so nothing was saved, and nothing failed either: that is what makes this mistake hard to ' +
      'see. Python says RuntimeWarning: coroutine was never awaited, but only when the object is thrown ' +
      'away, on standard error, where it is easily overlooked. In real programs it is a mail that is ' +
      'never sent or a connection that is never closed, while every test that looks for exceptions ' +
      'passes. Make it a habit: at each call of a coroutine, ask who awaits it.',
    'zh-TW':
      '只寫 save(…) 會建立協程物件，而協程要有人等待才會開始。' +
      '沒有人等待，所以什麼都沒存，也什麼都沒出錯：這個錯誤難以察覺，原因就在這裡。' +
      'Python 會發出警告 RuntimeWarning: coroutine was never awaited，但要等物件被丟掉時才說，而且寫在標準錯誤輸出，很容易漏看。' +
      '在真實的程式裡，這就是一封從未寄出的信，或一條從未關閉的連線，而只看有沒有例外的測試全都通過。' +
      '養成習慣：每次呼叫協程，都問一句「誰來等待它？」',
  },
  mistakes: [
    {
      answer: 'waits-beside-it',
      when: ({ neverAwaited, elapsed }) => neverAwaited.includes('save') && elapsed > 1,
      say: {
        en: 'main takes longer now, but save still has not run: time that goes by does not start it. It is the coroutine of save itself that must be awaited.',
        'zh-TW':
          'main 花的時間變長了，但 save 還是沒有執行：時間過去並不會讓它開始。要等待的是 save 的協程本身。',
      },
    },
    {
      answer: 'task-left-alone',
      when: ({ pending, outcome }) => pending.includes('save') && outcome.type === 'return',
      say: {
        en: 'save is a task now, but main did not wait for it: main ended at 1 s, and run() cancelled the task before anything was saved.',
        'zh-TW':
          'save 變成任務了，但 main 沒有等它：main 在第 1 秒就結束，run() 隨即取消這個任務，什麼都還沒存。',
      },
    },
    {
      answer: 'done-too-early',
      when: ({ texts }) => texts.indexOf('done') !== -1 && texts.indexOf('done') < texts.length - 1,
      say: {
        en: 'The copy is saved now, but done was printed before. A coroutine runs at the place where it is awaited, not where it is called.',
        'zh-TW':
          '副本存好了，但 done 在它之前就印出來了。協程是在等待它的地方執行，不是在呼叫它的地方。',
      },
    },
    {
      answer: 'unsolved',
      when: ({ neverAwaited }) => neverAwaited.includes('save'),
      say: {
        en: "save was called and never awaited, so not one line of it has run. Python would warn: coroutine 'save' was never awaited.",
        'zh-TW':
          "save 呼叫了，卻從未等待，所以它連一行也沒有執行。Python 會警告：coroutine 'save' was never awaited。",
      },
    },
  ],
});
