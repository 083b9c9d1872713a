/** wait_for() gives an awaitable a time limit, and a second plan its chance. */

import { coroutine, defineScenario, print, sleep, TimeoutError, waitFor } from 'asyncio-lab';

const slowJob = coroutine(function* slowJob() {
  yield* sleep(2);
  print('never printed');
});

const secondPlan = coroutine(function* secondPlan() {
  yield* sleep(1);
  print('do async job 2');
});

const quickJob = coroutine(function* quickJob() {
  yield* sleep(1);
  return 'just in time';
});

const timeout = coroutine(function* timeout() {
  try {
    yield* waitFor(slowJob(), 1);
  } catch (error) {
    if (!(error instanceof TimeoutError)) throw error;
    print('timeout!');
  }
});

const fallback = coroutine(function* fallback() {
  try {
    yield* waitFor(slowJob(), 1);
  } catch (error) {
    if (!(error instanceof TimeoutError)) throw error;
    yield* waitFor(secondPlan(), 2);
  }
});

const inTime = coroutine(function* inTime() {
  const result = yield* waitFor(quickJob(), 2);
  print('result =>', result);
});

export default defineScenario({
  title: { en: 'time limits with wait_for()', 'zh-TW': '用 wait_for() 設定時限' },
  about: {
    en:
      'wait_for() awaits something for a limited time only. slow_job needs two seconds and has ' +
      'one: when that is over, wait_for() cancels it, waits until it has ended, and raises ' +
      'TimeoutError. It never gets to its print. The program catches the TimeoutError and can ' +
      'turn to a second plan, which here has a limit of its own and keeps to it. What is done in ' +
      'time simply gives its result.',
    'zh-TW':
      'wait_for() 只在限定的時間內等待。' +
      'slow_job 需要兩秒，卻只有一秒：時間一到，wait_for() 就取消它，' +
      '等它真正結束後引發 TimeoutError，所以它永遠走不到 print 那一行。' +
      '程式捕捉到 TimeoutError，就能改用備選方案；這裡的備選方案也有自己的時限，而且及時完成。' +
      '沒有逾時的話，就直接得到結果。',
  },
  lesson: {
    en: 'A time limit cancels what takes too long; have a second plan ready.',
    'zh-TW': '逾時的工作會被取消，所以要準備好備選方案。',
  },
  variants: {
    timeout: {
      main: timeout,
      about: { en: 'too slow, and cancelled', 'zh-TW': '太慢而被取消' },
      claim: { en: 'it prints timeout!', 'zh-TW': '印出 timeout!' },
    },
    fallback: {
      main: fallback,
      about: { en: 'too slow, so the second plan', 'zh-TW': '太慢，改用備選方案' },
      claim: { en: 'it does job 2 instead', 'zh-TW': '改做第 2 件工作' },
    },
    'in-time': {
      main: inTime,
      about: { en: 'done before the limit', 'zh-TW': '在時限內完成' },
    },
  },
});
