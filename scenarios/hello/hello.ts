/** The first coroutine: calling it only makes it, an event loop runs it. */

import { coroutine, createTask, defineScenario, print, run, sleep } from 'asyncio-lab';

const myfunc = coroutine(function* myfunc() {
  yield* sleep(1);
  print('hello');
});

const neverAwaited = coroutine(function* neverAwaited() {
  myfunc();
});

async function outsideLoop() {
  const coro = myfunc();
  try {
    createTask(coro);
  } catch (error) {
    print('RuntimeError:', error);
  }
  await run(coro);
}

export default defineScenario({
  title: { en: 'the first coroutine', 'zh-TW': '第一個協程' },
  about: {
    en:
      'Calling a coroutine function runs none of it: it makes a coroutine object, which waits to ' +
      'be started. asyncio.run() makes an event loop and runs the coroutine on it to its end, ' +
      'which takes the one second that it sleeps. A coroutine that is made and never awaited has ' +
      'done nothing at all, and Python says so in a warning. Where no loop is running, no task ' +
      'can be made either: create_task() raises RuntimeError. The coroutine is unharmed by that ' +
      'and can still be handed to run().',
    'zh-TW':
      '呼叫協程函式時，裡面的程式碼一行也不會執行，只會得到一個等著被啟動的協程物件。' +
      'asyncio.run() 會建立事件迴圈，並在上面把協程執行到結束；這裡花的一秒，就是它睡眠的時間。' +
      '建立之後從未 await 的協程等於什麼都沒做，Python 會發出警告提醒你。' +
      '沒有事件迴圈在執行的地方也無法建立任務：create_task() 會引發 RuntimeError。' +
      '不過協程物件完好無損，之後仍然可以交給 run() 執行。',
  },
  lesson: {
    en: 'A coroutine runs when it is awaited or handed to a loop, never by being called.',
    'zh-TW': '協程要 await 或交給事件迴圈才會執行，光是呼叫並不會。',
  },
  variants: {
    run: {
      program: () => run(myfunc()),
      about: { en: 'handed to a loop', 'zh-TW': '交給事件迴圈執行' },
    },
    'never-awaited': {
      main: neverAwaited,
      about: { en: 'called, but not awaited', 'zh-TW': '呼叫了，卻沒有 await' },
      claim: { en: 'RuntimeWarning', 'zh-TW': 'RuntimeWarning' },
    },
    'outside-loop': {
      program: outsideLoop,
      about: { en: 'a task where no loop runs', 'zh-TW': '沒有事件迴圈就建立任務' },
    },
  },
});
