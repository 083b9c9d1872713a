/** A call that blocks stops everybody: `toThread` takes it out of the loop. */

import { defineExercise } from 'asyncio-lab';

export default defineExercise({
  title: { en: 'The heart stands still', 'zh-TW': '心跳停了' },
  kind: 'fix',
  task: {
    en:
      'scan() is an old function that blocks for 2 seconds: it knows nothing of asyncio. While it runs, the ' +
      'loop cannot run anything else, and the heart misses its beats. Let it work in a thread with toThread(), so that ' +
      'the heart beats each half second. scan() itself stays as it is.',
    'zh-TW':
      'scan() 是個會阻塞 2 秒的舊函式，它不認識 asyncio。它執行時，事件迴圈什麼都不能做，心跳就漏了。' +
      '請用 toThread() 讓它在執行緒裡執行，使心跳維持每半秒一次。scan() 本身不要更動。',
  },
  hints: [
    {
      en: 'toThread(fn, ...args) calls the function in another thread, and can be waited for. It wants the function itself, not its result.',
      'zh-TW':
        'toThread(fn, ...args) 會在另一個執行緒呼叫函式，而且可以等待。它要的是函式本身，不是函式的結果。',
    },
    {
      en: 'yield* toThread(scan, name) gives what scan(name) returns.',
      'zh-TW': 'yield* toThread(scan, name) 會給你 scan(name) 回傳的值。',
    },
  ],
  why: {
    en:
      'The loop can switch only where somebody awaits. A function that sleeps, reads a large file or calls a ' +
      'library that waits by itself does none of this, and for that time your program is deaf: no timer, no ' +
      'request, no other task. Making a task of it does not help, for a task runs in the same thread. ' +
      'to_thread() hands it to another thread, and the loop goes on meanwhile. It helps with waiting; for long ' +
      'computations Python’s threads share one lock, and a process is the way, while here each thread is ' +
      'a worker thread that can have a processor of its own.',
    'zh-TW':
      '事件迴圈只有在任務等待時才能切換。函式若自顧自地睡眠、讀取大檔案，或呼叫會自行等待的函式庫，就不會讓出控制權，' +
      '那段時間裡，你的程式什麼都聽不到：計時器、請求、其他任務都沒有反應。' +
      '把它變成任務也沒有用，因為任務在同一個執行緒裡執行。' +
      'to_thread() 會把它交給另一個執行緒，事件迴圈就能繼續。' +
      '它對等待有幫助；至於長時間的計算，Python 的執行緒共用一把鎖，要改用行程；在這裡，每個執行緒則是可以獨占一個處理器的工作執行緒（worker thread）。',
  },
  rules: { uses: ['toThread'] },
  mistakes: [
    {
      answer: 'star-forgotten',
      when: ({ neverAwaited }) =>
        neverAwaited.includes('toThread') || neverAwaited.includes('to_thread'),
      say: {
        en: 'toThread() was called, but nobody waited for it: the scan never ran.',
        'zh-TW': '呼叫了 toThread()，卻沒有人等待它：掃描從未執行。',
      },
    },
    {
      answer: 'called-not-handed',
      when: ({ outcome }) => outcome.type === 'error' && outcome.name === 'TypeError',
      say: {
        en: 'TypeError: what toThread() got cannot be called in a thread, as an arrow function or a result cannot. Hand over scan itself, and its arguments after it.',
        'zh-TW':
          'TypeError：toThread() 收到的東西無法在執行緒裡呼叫，例如箭頭函式，或是函式的結果。請交出 scan 本身，後面再接它的引數。',
      },
    },
    {
      answer: 'only-a-task',
      when: ({ blocked, called }) => blocked >= 2 && called('createTask') > 0,
      say: {
        en: 'Two tasks share one thread: while scan() blocks it, neither goes on. scan() has to leave the thread.',
        'zh-TW':
          '兩個任務共用一個執行緒：scan() 阻塞它的時候，誰都無法繼續。scan() 必須離開這個執行緒。',
      },
    },
    {
      answer: 'unsolved',
      when: ({ blocked }) => blocked >= 2,
      say: {
        en: 'scan() held the loop for 2 seconds: the second beat, due at 0.5 s, came only when it was over.',
        'zh-TW': 'scan() 占住事件迴圈 2 秒：第二次心跳本該在第 0.5 秒，卻等到它結束才出現。',
      },
    },
    {
      answer: 'sleeps-instead',
      when: ({ texts, called }) =>
        texts.includes('beat 4') && called('toThread') === 0 && called('blockingSleep') === 0,
      say: {
        en: 'The heart beats, but nothing is scanned any more: scan() has to be called, in a thread.',
        'zh-TW': '心跳正常了，但什麼都沒掃描：必須在執行緒裡呼叫 scan()。',
      },
    },
  ],
});
