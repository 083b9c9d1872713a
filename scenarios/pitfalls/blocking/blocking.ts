/** One function that blocks, and every other task is late. */

import {
  blockingSleep,
  coroutine,
  defineScenario,
  gather,
  print,
  sleep,
  threaded,
  toThread,
} from 'asyncio-lab';

export const makeReport = threaded(import.meta.url, function makeReport() {
  blockingSleep(2.5);
  print('report: done');
});

const heartbeat = coroutine(function* heartbeat() {
  for (const beat of [1, 2, 3]) {
    yield* sleep(1);
    print('beat', beat);
  }
});

const report = coroutine(function* report() {
  makeReport();
});

const wrong = coroutine(function* wrong() {
  yield* gather(heartbeat(), report());
});

const right = coroutine(function* right() {
  yield* gather(heartbeat(), toThread(makeReport));
});

export default defineScenario({
  title: { en: 'blocking the loop', 'zh-TW': '阻塞事件迴圈' },
  about: {
    en:
      'A heartbeat is to be seen every second while a report is made, which takes two and a half ' +
      'seconds of blocking: a slow library, a big file, a long calculation. To call it from a ' +
      'coroutine changes nothing, for report() has no await at which the loop could turn to ' +
      'another task. The first beat, due after one second, comes after two and a half, and the ' +
      'others are late by as much; so would be every timeout and every other client. With ' +
      'to_thread() the report has a thread of its own, and each beat comes on time.',
    'zh-TW':
      '製作報表的同時，每秒應該要有一次心跳。' +
      '製作報表會阻塞兩秒半，原因可能是很慢的函式庫、很大的檔案，或是很久的計算。' +
      '從協程裡呼叫它並沒有差別，因為 report() 裡面沒有 await，事件迴圈無法趁機轉去執行別的任務。' +
      '第一次心跳原本該在一秒時出現，卻等到兩秒半，之後的心跳也跟著晚了；' +
      '換成逾時的判斷或其他用戶端，也會一樣被耽誤。' +
      '改用 to_thread()，報表就在自己的執行緒裡製作，每次心跳都準時。',
  },
  lesson: {
    en: 'What blocks in one coroutine blocks them all: hand it to a thread.',
    'zh-TW': '一個協程阻塞，所有協程都跟著停擺：會阻塞的工作要交給執行緒。',
  },
  ratios: [{ faster: 'right', than: 'wrong', atLeast: 1.4, atMost: 1.6 }],
  variants: {
    wrong: {
      main: wrong,
      about: { en: 'the report blocks the loop', 'zh-TW': '報表阻塞了事件迴圈' },
    },
    right: {
      main: right,
      about: { en: 'the report has a thread of its own', 'zh-TW': '報表有自己的執行緒' },
      threads: 1,
    },
  },
});
