/** The event loop: a list of what is ready, gone through in turn. */

import {
  coroutine,
  createTask,
  defineScenario,
  gather,
  newEventLoop,
  print,
  run,
  sleep,
  type Task,
} from 'asyncio-lab';

const greet = coroutine(function* greet() {
  print('hello');
  yield* sleep(1);
  print('world');
});

async function runUntilComplete() {
  const loop = newEventLoop();
  const task = loop.createTask(greet());
  await loop.runUntilComplete(task);
  loop.close();
}

const worker = coroutine(function* worker(name: string, turns: number) {
  for (let turn = 1; turn <= turns; turn += 1) {
    print(`${name}: turn ${turn} of ${turns}`);
    yield* sleep(0);
  }
  print(`${name}: done`);
});

const polling = coroutine(function* polling() {
  yield* gather(worker('A', 2), worker('B', 1), worker('C', 3));
});

const download = coroutine(function* download() {
  yield* sleep(1);
  print('download(): done');
  return 'the data';
});

function whenDone(task: Task<string>) {
  print('when_done():', task.result());
}

const callbacks = coroutine(function* callbacks() {
  const task = createTask(download());
  task.addDoneCallback(whenDone);
  print('main(): callback added');
  yield* task;
  print('main(): goes on');
});

export default defineScenario({
  title: { en: 'the event loop', 'zh-TW': '事件迴圈' },
  about: {
    en:
      'The event loop keeps a list of what is ready and goes through it again and again; only ' +
      'one thing runs at a time. A task that has to wait is put aside, and the loop takes the ' +
      'next one: so one thread looks after many tasks. sleep(0) gives up the turn and no more, ' +
      'which is why the three workers run in rounds. When a task is done, the loop turns to what ' +
      'waits for it, in the order in which it was added: here the callback first, then main. A ' +
      'callback must not block: while it runs, nothing else does.',
    'zh-TW':
      '事件迴圈手上有一份待執行的清單，一輪又一輪地處理，而且同一時間只執行一件事。' +
      '任務必須等待時就先擱在一旁，由迴圈接著處理下一個，一個執行緒就是這樣照顧許多任務的。' +
      'sleep(0) 只是讓出這一輪，所以三個工作會一輪一輪地輪流執行。' +
      '任務完成時，迴圈會依加入的先後，通知等待這個任務的一方：這裡先呼叫回呼函式，再喚醒 main。' +
      '回呼函式不能阻塞，因為它執行的時候，其他工作全都動彈不得。',
  },
  lesson: {
    en: 'One loop, one thread: others get their turn only when the one that runs lets go.',
    'zh-TW': '一個迴圈、一個執行緒：正在執行的工作讓出控制權，其他工作才輪得到。',
  },
  variants: {
    run: {
      program: () => run(greet()),
      about: { en: 'asyncio.run() does it all', 'zh-TW': '全部交給 asyncio.run()' },
    },
    'run-until-complete': {
      program: runUntilComplete,
      about: { en: 'a loop made and closed by hand', 'zh-TW': '自行建立並關閉迴圈' },
      claim: { en: 'as good as run()', 'zh-TW': '與 run() 皆可' },
      note: {
        en:
          'The guide takes the loop from get_event_loop(), which from Python 3.14 on raises ' +
          'RuntimeError here; new_event_loop() works in every version.',
        'zh-TW':
          '教學用 get_event_loop() 取得迴圈，但從 Python 3.14 起，在這裡呼叫會引發 RuntimeError；' +
          '改用 new_event_loop() 則每個版本都可行。',
      },
    },
    polling: {
      main: polling,
      about: { en: 'three tasks take turns', 'zh-TW': '三個任務輪流執行' },
    },
    callbacks: {
      main: callbacks,
      about: { en: 'called when the task is done', 'zh-TW': '任務完成時呼叫' },
    },
  },
});
