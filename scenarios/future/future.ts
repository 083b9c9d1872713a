/** A future is a result to come: one side awaits it, the other sets it. */

import {
  CancelledError,
  coroutine,
  createTask,
  defineScenario,
  type Future,
  getRunningLoop,
  InvalidStateError,
  print,
  sleep,
} from 'asyncio-lab';

const answer = coroutine(function* answer(future: Future<string>) {
  yield* sleep(2);
  future.setResult('Hello future');
});

const setResult = coroutine(function* setResult() {
  const future = getRunningLoop().createFuture<string>();
  createTask(answer(future));
  print(yield* future);
});

function first(future: Future<string>) {
  print('first callback:', future.result());
}

function second(future: Future<string>) {
  print('second callback:', future.result());
}

function removed(future: Future<string>) {
  print('removed callback:', future.result());
}

const callbacks = coroutine(function* callbacks() {
  const future = getRunningLoop().createFuture<string>();
  future.addDoneCallback(first);
  future.addDoneCallback(removed);
  future.addDoneCallback(second);
  future.removeDoneCallback(removed);
  future.setResult('Hello future');
  print('main(): the result is set');
  yield* future;
  print('main(): a done future is not waited for');
  yield* sleep(0);
  print('main(): after one turn of the loop');
});

const waitFor = coroutine(function* waitFor(future: Future<string>) {
  try {
    yield* future;
  } catch (error) {
    if (!(error instanceof CancelledError)) throw error;
    print('waiter: the future was cancelled');
  }
});

const cancelled = coroutine(function* cancelled() {
  const future = getRunningLoop().createFuture<string>();
  const waiter = createTask(waitFor(future));
  yield* sleep(1);
  future.cancel();
  yield* waiter;
  try {
    future.setResult('Hello future');
  } catch (error) {
    if (!(error instanceof InvalidStateError)) throw error;
    print('main(): too late for a result');
  }
});

export default defineScenario({
  title: { en: 'futures', 'zh-TW': 'Future' },
  about: {
    en:
      'A future stands for a result that does not exist yet: one side awaits it, the other sets ' +
      'it. Here the result comes after two seconds, and main goes on. set_result() calls nobody: ' +
      'it puts the callbacks on the list of the loop, in the order in which they were added, and ' +
      'they run at the next turn. Awaiting a future that is done does not even give up the turn. ' +
      'A future that is cancelled wakes its waiter with CancelledError and takes no result any ' +
      'more.',
    'zh-TW':
      'Future 代表一個還不存在的結果：一方 await 它，另一方設定它。' +
      '這裡的結果在兩秒之後送達，main 才繼續往下走。' +
      'set_result() 並不會直接呼叫任何人，只是依加入的順序把回呼函式排進事件迴圈，下一輪才執行。' +
      'await 一個已經完成的 Future，連讓出這一輪都不會。' +
      'Future 被取消時，等待它的協程會收到 CancelledError，之後也無法再設定結果。',
  },
  lesson: {
    en: 'A future is where a result will be; a task is the future of a coroutine.',
    'zh-TW': 'Future 是將來放結果的地方；任務就是協程的 Future。',
  },
  variants: {
    'set-result': {
      main: setResult,
      about: { en: 'one sets it, one awaits it', 'zh-TW': '一方設定，一方等待' },
    },
    callbacks: {
      main: callbacks,
      about: { en: 'called by the loop, in order', 'zh-TW': '由迴圈依序呼叫' },
    },
    cancelled: {
      main: cancelled,
      about: { en: 'no result will come', 'zh-TW': '不會再有結果' },
    },
  },
});
