/** A thread does not touch the loop: it hands the loop the work. */

import {
  blockingSleep,
  callSoonThreadsafe,
  coroutine,
  defineScenario,
  print,
  runCoroutineThreadsafe,
  sleep,
  threaded,
  threadId,
  toThread,
} from 'asyncio-lab';

export const double = coroutine(function* double(n: number) {
  print('loop: doubling');
  yield* sleep(1);
  return 2 * n;
});

export const ask = threaded(import.meta.url, function ask() {
  const future = runCoroutineThreadsafe(double, 21);
  print('thread: got', future.result());
});

const submit = coroutine(function* submit() {
  yield* toThread(ask);
  print('main: thread done');
});

export const progress = threaded(import.meta.url, function progress(percent: number) {
  print(`progress: ${percent} %`);
  print('thread id:', threadId());
});

export const download = threaded(import.meta.url, function download() {
  print('thread id:', threadId());
  for (const percent of [50, 100]) {
    blockingSleep(1);
    callSoonThreadsafe(progress, percent);
  }
});

const callSoon = coroutine(function* callSoon() {
  yield* toThread(download);
  print('thread id:', threadId());
});

export default defineScenario({
  title: { en: 'from a thread to the loop', 'zh-TW': '從執行緒到事件迴圈' },
  about: {
    en:
      'A loop and its tasks belong to one thread, and no other may touch them. A thread that ' +
      'needs a coroutine run hands it over with run_coroutine_threadsafe() and gets a future of ' +
      'the other kind, from concurrent.futures: its result() blocks the thread until the loop ' +
      'has the answer, and the loop stays free. call_soon_threadsafe() hands over a plain ' +
      'function, as for reports of progress. The ids show where things run: download in its own ' +
      'thread, progress in that of the loop.',
    'zh-TW':
      '事件迴圈和它的任務只屬於一個執行緒，其他執行緒不可以直接碰。' +
      '執行緒若需要執行協程，就用 run_coroutine_threadsafe() 交給迴圈，' +
      '並得到 concurrent.futures 的另一種 Future：呼叫它的 result() 會阻塞這個執行緒，' +
      '直到迴圈算出結果為止，迴圈本身則不受影響。' +
      'call_soon_threadsafe() 交出去的是一般函式，例如用來回報進度。' +
      '從 id 可以看出誰在哪裡執行：download 在自己的執行緒，progress 在事件迴圈的執行緒。',
  },
  lesson: {
    en: 'From another thread, reach the loop only through the two threadsafe functions.',
    'zh-TW': '在其他執行緒裡，只能透過這兩個 threadsafe 函式與事件迴圈往來。',
  },
  varying: [{ pattern: /^thread id: (?<thread>\d+)$/, shown: 'thread id: <id>' }],
  variants: {
    submit: {
      main: submit,
      about: { en: 'a coroutine, and its future', 'zh-TW': '交出協程，得到 Future' },
      threads: 1,
      claim: { en: 'returns a future', 'zh-TW': '回傳 Future' },
      note: {
        en: 'Python hands the thread its loop; here a thread knows the loop that started it.',
        'zh-TW': '在 Python 裡要把迴圈傳給執行緒；在這裡，執行緒本來就知道是哪個迴圈啟動了它。',
      },
    },
    'call-soon': {
      main: callSoon,
      about: { en: 'a function, called by the loop', 'zh-TW': '交出函式，由迴圈呼叫' },
      threads: 1,
    },
  },
});
