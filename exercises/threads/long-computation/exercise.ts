/** Threads that are waited for one by one do not work side by side. */

import { defineExercise } from 'asyncio-lab';

export default defineExercise({
  title: { en: 'Three threads at once', 'zh-TW': '三個執行緒同時工作' },
  kind: 'fix',
  task: {
    en:
      'To convert a picture blocks for 3 seconds, so it is done in a thread. But each thread is waited ' +
      'for before the next one begins: 9 seconds. Let all three work at the same time, which takes 3, ' +
      'and print the names in the order sun, moon, star.',
    'zh-TW':
      '轉換一張圖片會阻塞 3 秒，所以放在執行緒裡做。但每個執行緒都要等前一個結束才開始：共 9 秒。' +
      '請讓三個同時工作，只要 3 秒，並依 sun、moon、star 的順序印出檔名。',
  },
  hints: [
    {
      en: 'toThread() is lazy like every coroutine: nothing happens before somebody waits for it or makes a task of it.',
      'zh-TW':
        'toThread() 和所有協程一樣，不會自己開始：有人等待它，或把它變成任務之前，什麼都不會發生。',
    },
    {
      en: 'gather() takes awaitables of every kind, and gives the results in the order of its arguments.',
      'zh-TW': 'gather() 接受各種可等待的物件，並依引數的順序給出結果。',
    },
  ],
  why: {
    en:
      'A thread takes a blocking call out of the loop, but who waits for it at once has gained nothing ' +
      'except that others can run. What makes things happen at the same time is, as with coroutines, that all are ' +
      'started before the first is waited for. The threads come ' +
      'from a pool of limited size: in CPython four more than there are processors, 32 at most, and further ' +
      'calls wait in line.',
    'zh-TW':
      '執行緒能把阻塞的呼叫移出事件迴圈，但若馬上等待它，除了別人可以執行之外，什麼也沒賺到。' +
      '和協程一樣，要讓事情同時發生，就得在等待第一個之前，先啟動全部。' +
      '執行緒來自大小有限的執行緒池：' +
      '在 CPython 裡，數量是處理器數加四，最多 32 個，超過的呼叫就要排隊。',
  },
  rules: { uses: ['toThread'] },
  mistakes: [
    {
      answer: 'in-the-loop',
      when: ({ blocked }) => blocked >= 3,
      say: {
        en: 'convert() is called in the loop itself now, and blocks it for 3 seconds each time. Keep the threads.',
        'zh-TW': '現在直接在事件迴圈裡呼叫 convert()，每次都阻塞 3 秒。請保留執行緒。',
      },
    },
    {
      answer: 'tasks-awaited-at-once',
      when: ({ tasks, elapsed }) => tasks > 0 && elapsed === 9,
      say: {
        en: 'There are three tasks, but each is waited for before the next one is made.',
        'zh-TW': '任務有三個，但每個都要等前一個結束才建立。',
      },
    },
    {
      answer: 'one-thread-for-all',
      when: ({ called, elapsed }) => called('toThread') === 1 && elapsed === 9,
      say: {
        en: 'All three are in one thread, one after the other: the loop is free, but it still takes 9 seconds.',
        'zh-TW': '三張圖片都在同一個執行緒裡，一張接一張：事件迴圈空下來了，但仍然要 9 秒。',
      },
    },
    {
      answer: 'unsolved',
      when: ({ elapsed }) => elapsed === 9,
      say: {
        en: 'It takes 9 seconds: the second thread begins when the first has ended.',
        'zh-TW': '共 9 秒：第一個執行緒結束後，第二個才開始。',
      },
    },
  ],
});
