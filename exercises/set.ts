/** The exercises that come with this package: the guide's way, and what its readers get wrong most. */

import { defineExerciseSet } from 'asyncio-lab';

export default defineExerciseSet({
  title: { en: 'asyncio, by doing', 'zh-TW': '動手學 asyncio' },
  closing: {
    en:
      'That was the last one. You have written coroutines, waited for many things at once, cancelled ' +
      'them and cleaned up after them, kept the event loop free, and found a race and a deadlock. All ' +
      'of it holds in Python as it does here: beside each solution lies the same program in Python, ' +
      'and a good next step is to write one of them there from memory. After that, look at a program ' +
      'of your own. Which coroutine does nobody await? Which waits could overlap? And what happens ' +
      'when one of them never ends?',
    'zh-TW':
      '這是最後一題。' +
      '你寫了協程，同時等待了許多事，取消它們並做好善後，讓事件迴圈保持暢通，還找出了一個競爭條件和一個死結。' +
      '這些在 Python 裡同樣成立：每份解答旁邊都有同一個程式的 Python 版本，下一步不妨憑記憶用 Python 寫出其中一個。' +
      '接著看看你自己的程式：哪個協程沒有人等待？哪些等待可以重疊？萬一其中一個永遠不結束，會發生什麼事？',
  },
  chapters: [
    {
      name: 'first-steps',
      title: { en: 'The first coroutine', 'zh-TW': '第一個協程' },
      exercises: ['hello', 'give-back', 'call-is-not-run'],
    },
    {
      name: 'forgotten-await',
      title: { en: 'The forgotten await', 'zh-TW': '忘了 await' },
      exercises: ['missing-star', 'yield-without-star', 'not-yet-a-value'],
    },
    {
      name: 'event-loop',
      title: { en: 'The event loop', 'zh-TW': '事件迴圈' },
      exercises: ['turns', 'soon-and-later', 'give-up-the-turn'],
    },
    {
      name: 'tasks',
      title: { en: 'One after the other, or tasks', 'zh-TW': '一個接一個，還是用任務' },
      exercises: ['two-at-once', 'await-each', 'who-is-first', 'results-of-tasks'],
    },
    {
      name: 'gather',
      title: { en: 'Several at once: gather', 'zh-TW': '一次等待多個：gather' },
      exercises: ['together', 'results-in-order', 'one-fails', 'gather-or-list'],
    },
    {
      name: 'futures',
      title: { en: 'Futures and callbacks', 'zh-TW': 'Future 與回呼' },
      exercises: ['set-the-result', 'when-done', 'from-callback-to-future'],
    },
    {
      name: 'cancellation',
      title: { en: 'Cancellation', 'zh-TW': '取消' },
      exercises: ['clean-up', 'swallowed', 'before-it-starts', 'wait-for-the-end', 'shielded'],
    },
    {
      name: 'timeouts',
      title: { en: 'Timeouts and the second plan', 'zh-TW': '逾時與備案' },
      exercises: ['time-limit', 'second-plan', 'whole-block', 'try-again'],
    },
    {
      name: 'threads',
      title: { en: 'Blocking the loop', 'zh-TW': '阻塞事件迴圈' },
      exercises: ['to-thread', 'long-computation', 'heartbeat'],
    },
    {
      name: 'running',
      title: { en: 'run, leftovers and groups', 'zh-TW': 'run、剩下的任務與群組' },
      exercises: [
        'leftovers',
        'lost-task',
        'first-completed',
        'as-they-come',
        'group-or-gather',
        'group-of-errors',
      ],
    },
    {
      name: 'synchronisation',
      title: { en: 'Locks, semaphores, queues and events', 'zh-TW': '鎖、號誌、佇列與事件' },
      exercises: [
        'find-the-race',
        'rate-limit',
        'starting-gun',
        'producer-consumer',
        'shut-down',
        'find-the-deadlock',
      ],
    },
    {
      name: 'generators',
      title: { en: 'Generators and a small crawler', 'zh-TW': '產生器與小型爬蟲' },
      exercises: ['lazy', 'delegate', 'scheduler', 'crawler'],
    },
  ],
});
