/** Cancelling a task throws CancelledError into it, where it waits. */

import {
  CancelledError,
  coroutine,
  createTask,
  defineScenario,
  print,
  sleep,
  type Task,
} from 'asyncio-lab';

const cancelMe = coroutine(function* cancelMe() {
  print('cancel_me(): sleep');
  try {
    yield* sleep(3600);
  } catch (error) {
    if (error instanceof CancelledError) print('cancel_me(): cancel sleep');
    throw error;
  } finally {
    print('cancel_me(): after sleep');
  }
});

const cancel = coroutine(function* cancel(task: Task<void>) {
  print('main(): call cancel');
  task.cancel();
  try {
    yield* task;
  } catch (error) {
    if (!(error instanceof CancelledError)) throw error;
    print('main(): cancel_me is cancelled now');
  }
});

const after5s = coroutine(function* after5s() {
  print('main(): running');
  const task = createTask(cancelMe());
  print('main(): sleep');
  yield* sleep(5);
  yield* cancel(task);
});

const beforeStart = coroutine(function* beforeStart() {
  print('main(): running');
  const task = createTask(cancelMe());
  print('main(): sleep');
  yield* cancel(task);
});

const stubborn = coroutine(function* stubborn() {
  print('stubborn(): sleep');
  try {
    yield* sleep(3600);
  } catch (error) {
    if (!(error instanceof CancelledError)) throw error;
    print('stubborn(): cancel swallowed');
  }
  yield* sleep(1);
  return 'went on all the same';
});

const swallowed = coroutine(function* swallowed() {
  const task = createTask(stubborn());
  yield* sleep(1);
  print('main(): call cancel');
  task.cancel();
  print('main(): stubborn', yield* task);
});

export default defineScenario({
  title: { en: 'cancelling a task', 'zh-TW': '取消任務' },
  about: {
    en:
      'cancel() throws CancelledError into a task, at the await where it is suspended. cancel_me ' +
      'catches it to tidy up and raises it again, so that the task ends as cancelled and whoever ' +
      'awaits it gets the CancelledError in turn. To make a task is only to put it on the list: ' +
      'without the five seconds of sleep the loop has no chance to start it before cancel(), and ' +
      'not one line of cancel_me runs. stubborn catches the exception and keeps it: its task ' +
      'goes on to its end, and the cancel was in vain.',
    'zh-TW':
      'cancel() 會在任務暫停的那個 await 處，把 CancelledError 拋進任務裡。' +
      'cancel_me 捕捉它來善後，然後再次引發，於是任務以「已取消」結束，' +
      'await 這個任務的人也會收到 CancelledError。' +
      '建立任務只是把它排進清單：少了那五秒的睡眠，事件迴圈在 cancel() 之前沒有機會啟動它，' +
      'cancel_me 連一行也不會執行。' +
      'stubborn 則把例外吞了下去，任務照樣執行到結束，取消也就落空了。',
  },
  lesson: {
    en: 'Catch CancelledError only to tidy up, and raise it again.',
    'zh-TW': '捕捉 CancelledError 只為了善後，處理完務必再次引發。',
  },
  variants: {
    'after-5s': {
      main: after5s,
      about: { en: 'cancelled in its sleep', 'zh-TW': '在睡眠中被取消' },
      claim: { en: 'it prints seven lines', 'zh-TW': '印出七行' },
    },
    'before-start': {
      main: beforeStart,
      about: { en: 'cancelled before its first step', 'zh-TW': '還沒開始就被取消' },
      claim: { en: 'the task never runs', 'zh-TW': '任務沒有機會執行' },
    },
    swallowed: {
      main: swallowed,
      about: { en: 'caught and not raised again', 'zh-TW': '捕捉之後沒有再次引發' },
    },
  },
});
