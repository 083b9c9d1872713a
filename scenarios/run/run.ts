/** What asyncio.run() does: run main, cancel what is left, close the loop. */

import {
  allTasks,
  coroutine,
  createTask,
  currentTask,
  defineScenario,
  type Future,
  gather,
  getRunningLoop,
  newEventLoop,
  print,
  run,
  sleep,
} from 'asyncio-lab';

const background = coroutine(function* background() {
  print('background: working');
  try {
    yield* sleep(3600);
  } finally {
    print('background: cleaning up');
    yield* sleep(1);
    print('background: clean');
  }
});

const main = coroutine(function* main() {
  createTask(background());
  yield* sleep(1);
  print('main: done');
});

async function steps() {
  const loop = newEventLoop();
  await loop.runUntilComplete(main());
  const pending = allTasks(loop);
  print('left over:', pending.size);
  for (const task of pending) task.cancel();
  await loop.runUntilComplete(gather(...pending, { returnExceptions: true }));
  loop.close();
  print('loop closed');
}

async function leftovers() {
  await run(main());
  print('loop closed');
}

const ask = coroutine(function* ask(future: Future<string>) {
  print('ask:', yield* future);
});

const answer = coroutine(function* answer(future: Future<string>) {
  yield* sleep(1);
  future.setResult('the answer');
});

const everyTask = coroutine(function* everyTask() {
  const future = getRunningLoop().createFuture<string>();
  createTask(ask(future), { name: 'asking' });
  createTask(answer(future), { name: 'answering' });
  const others = [...allTasks()].filter((task) => task !== currentTask());
  const names = others.map((task) => task.getName()).sort();
  print('tasks:', names.join(', '));
  yield* gather(...others);
  print('all done');
});

export default defineScenario({
  title: { en: 'what asyncio.run() does', 'zh-TW': 'asyncio.run() 做了什麼' },
  about: {
    en:
      'asyncio.run() makes a new event loop and runs main on it to its end. Tasks that main ' +
      'started and did not await are still there then: run() cancels them, gathers them so that ' +
      'their cleanup can end, and closes the loop. That is why background, which would sleep for ' +
      'an hour, still cleans up for a second. One variant takes these steps by hand, the other ' +
      'leaves them to run(), and both do the same. all_tasks() is how the leftovers are found: ' +
      'it holds the tasks of the loop that are not done, the current one included, and no ' +
      'futures.',
    'zh-TW':
      'asyncio.run() 會建立新的事件迴圈，並在上面把 main 執行到結束。' +
      '這時 main 啟動過、卻沒有 await 的任務都還在：run() 會取消它們，' +
      '用 gather() 等它們善後完畢，最後關閉迴圈。' +
      '所以原本要睡一小時的 background，仍然有一秒可以善後。' +
      '一個版本親手做這些步驟，另一個全部交給 run()，結果完全相同。' +
      '找出這些剩餘任務的是 all_tasks()：它會回傳迴圈中所有尚未完成的任務，包括目前這一個，' +
      '但不包含 Future。',
  },
  lesson: {
    en: 'When main is done, run() cancels what is left: await what you need.',
    'zh-TW': 'main 一結束，run() 就會取消剩下的任務：需要的結果記得 await。',
  },
  variants: {
    steps: {
      program: steps,
      about: { en: 'step by step', 'zh-TW': '親手做每個步驟' },
      claim: { en: 'same as run()', 'zh-TW': '等同 run()' },
      note: {
        en:
          'The guide says that run() gets the event loop, but it makes a new one; the three ' +
          'lines given there also leave out the cancelling.',
        'zh-TW':
          '教學說 run() 會「取得」事件迴圈，其實它建立了新的；' +
          '教學的三行程式也省略了取消剩餘任務的步驟。',
      },
    },
    leftovers: {
      program: leftovers,
      about: { en: 'run() cancels what is left', 'zh-TW': '由 run() 取消剩下的任務' },
    },
    'all-tasks': {
      main: everyTask,
      about: { en: 'tasks are listed, futures are not', 'zh-TW': '列出任務，不含 Future' },
    },
  },
});
