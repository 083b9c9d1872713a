/** Work that blocks holds up the whole loop, unless it has its own thread. */

import {
  blockingSleep,
  coroutine,
  defineScenario,
  gather,
  print,
  sleep,
  threaded,
  threadId,
  toThread,
} from 'asyncio-lab';

export const hardWork = threaded(import.meta.url, function hardWork() {
  print('thread id:', threadId());
  blockingSleep(3);
});

const blockingJob = coroutine(function* blockingJob() {
  hardWork();
  yield* sleep(1);
  print('job done!');
});

const blocking = coroutine(function* blocking() {
  yield* gather(blockingJob(), blockingJob(), blockingJob());
});

const offloadedJob = coroutine(function* offloadedJob() {
  yield* toThread(hardWork);
  yield* sleep(1);
  print('job done!');
});

const offloaded = coroutine(function* offloaded() {
  yield* gather(offloadedJob(), offloadedJob(), offloadedJob());
});

export default defineScenario({
  title: { en: 'asyncio.to_thread()', 'zh-TW': 'asyncio.to_thread()' },
  about: {
    en:
      'Each of three jobs does three seconds of work that blocks, and then sleeps for one. ' +
      'Called directly, hard_work holds the thread of the loop: nobody else gets a turn, so that ' +
      'the three add up to nine seconds. Only then can the loop see that the first two sleeps ' +
      'ended long ago; the third lasts until the tenth second. With to_thread() each hard_work ' +
      'runs in a thread of its own, as the three ids show, and the loop stays free: all are done ' +
      'after three seconds, and the whole after four.',
    'zh-TW':
      '三件工作各有三秒會阻塞的 hard_work，之後再睡一秒。' +
      '直接呼叫時，hard_work 會占住事件迴圈的執行緒，其他工作都輪不到，三次加起來就是九秒。' +
      '到了這時，迴圈才發現前兩個睡眠早已結束，而第三個要到第十秒才醒。' +
      '改用 to_thread()，每個 hard_work 都在自己的執行緒裡執行，從三個不同的 id 就看得出來，' +
      '事件迴圈也不會被占住：三秒後全部做完，總共只要四秒。',
  },
  lesson: {
    en: 'Never block the loop: hand blocking work to a thread.',
    'zh-TW': '別阻塞事件迴圈：會阻塞的工作要交給執行緒。',
  },
  varying: [{ pattern: /^thread id: (?<thread>\d+)$/, shown: 'thread id: <id>' }],
  ratios: [{ faster: 'offloaded', than: 'blocking', atLeast: 2.3, atMost: 2.6 }],
  variants: {
    blocking: {
      main: blocking,
      about: { en: 'in the thread of the loop', 'zh-TW': '在事件迴圈的執行緒裡' },
      measures: {
        hard_work: { until: 'hardWork', claim: { en: 'about 9 s', 'zh-TW': '約 9 秒' } },
      },
      note: {
        en: "The guide's nine seconds are those of hard_work; with the last sleep it takes ten.",
        'zh-TW': '教學說的約 9 秒是 hard_work 的部分，加上最後的睡眠總共 10 秒。',
      },
    },
    offloaded: {
      main: offloaded,
      about: { en: 'in three threads', 'zh-TW': '在三個執行緒裡' },
      threads: 3,
      measures: {
        hard_work: { until: 'hardWork', claim: { en: 'about 3 s', 'zh-TW': '約 3 秒' } },
      },
      note: {
        en: 'hard_work is done after three seconds; with the sleep it takes four.',
        'zh-TW': 'hard_work 在 3 秒後做完，加上睡眠總共 4 秒。',
      },
    },
  },
});
