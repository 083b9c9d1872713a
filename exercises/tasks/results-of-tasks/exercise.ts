/** A task keeps its result; to ask for it too early raises InvalidStateError. */

import { defineExercise } from 'asyncio-lab';

export default defineExercise({
  title: { en: 'The results of tasks', 'zh-TW': '任務的結果' },
  kind: 'fix',
  task: {
    en:
      'Two people count birds, in the garden for 2 seconds and in the park for 1 second, at the same ' +
      'time. main asks for the results at once and gets InvalidStateError: Result is not set. Have it ' +
      'print garden 3, park 7 and together 10 as soon as both are known, after 2 seconds.',
    'zh-TW':
      '兩個人同時數鳥：花園要 2 秒，公園要 1 秒。' +
      'main 馬上就去拿結果，於是得到例外 InvalidStateError（Result is not set.）。' +
      '請讓它在兩邊都數完時，也就是 2 秒後，印出 garden 3, park 7 和 together 10。',
  },
  hints: [
    {
      en: 'result() does not wait: it gives what is there, and raises when there is nothing yet.',
      'zh-TW': 'result() 不會等待：有結果就交給你，還沒有就引發例外。',
    },
    {
      en: 'Wait for both tasks with yield*, one after the other; both are running meanwhile. What yield* garden stands for is its result.',
      'zh-TW': '用 yield* 先後等待兩個任務，這段期間兩個都在執行。yield* garden 的值就是它的結果。',
    },
  ],
  why: {
    en:
      'A task is a place where a result will be: at first it is pending, later it is done and holds what ' +
      'its coroutine has returned. yield* task waits for that and gives the value, or raises the ' +
      'exception with which the coroutine has ended. task.result() gives the same without waiting, so ' +
      'it is for tasks that are done; before, it raises InvalidStateError, here as in Python. Unlike a ' +
      'coroutine, a task can be awaited and asked as often as you like. To sleep until it should be ' +
      'done is only a guess: the wait is too long on a good day and too short on a bad one.',
    'zh-TW':
      '任務是將來放結果的地方：起初還沒完成，之後完成了，裡面就有協程回傳的值。' +
      'yield* task 會等到那一刻，並給你這個值；如果協程以例外結束，就引發那個例外。' +
      'task.result() 給的是同樣的東西，但不會等待，所以只適用於已經完成的任務；太早呼叫，就和 Python 一樣引發 InvalidStateError。' +
      '和協程不同，任務可以等待很多次，結果也可以拿很多次。' +
      '用 sleep 等到「應該好了」只是猜測：運氣好時等得太久，運氣不好時又等得不夠。',
  },
  mistakes: [
    {
      answer: 'one-after-the-other',
      when: ({ tasks, elapsed }) => tasks === 0 && elapsed === 3,
      say: {
        en: 'The numbers are right, but it took 3 seconds: without tasks the second count begins only when the first has ended.',
        'zh-TW': '數字正確，但花了 3 秒：沒有任務，第一邊數完之後第二邊才開始。',
      },
    },
    {
      answer: 'prints-the-tasks',
      when: ({ texts }) => texts.some((text) => text.includes('<Task ')),
      say: {
        en: 'The line shows the tasks themselves. A task holds its result, it is not the result: take what yield* gives, or ask it.',
        'zh-TW':
          '這一行顯示的是任務本身。任務裡面有結果，但它並不是結果：請收下 yield* 給的值，或者向任務拿。',
      },
    },
    {
      answer: 'waits-for-one',
      when: ({ outcome, elapsed }) => isTooEarly(outcome) && elapsed > 0,
      say: {
        en: 'InvalidStateError again, this time later: some time has passed, but not both tasks were done. Each of the two must be waited for.',
        'zh-TW':
          '又是 InvalidStateError，只是晚了一點：時間是過了，但兩個任務並沒有都完成。兩個都要等待。',
      },
    },
    {
      answer: 'only-yields-once',
      when: ({ outcome, called }) => isTooEarly(outcome) && called('sleep') > 2,
      say: {
        en: 'The tasks have begun now, but a turn is not enough for them to end: result() still came before any result. Wait for the tasks themselves.',
        'zh-TW':
          '任務已經開始了，但讓出一輪還不夠它們完成：result() 還是比結果來得早。請等待任務本身。',
      },
    },
    {
      answer: 'unsolved',
      when: ({ outcome }) => isTooEarly(outcome),
      say: {
        en: 'InvalidStateError: main asked for the results at 0 s, when neither task had even begun. result() does not wait.',
        'zh-TW':
          'InvalidStateError：main 在第 0 秒就去拿結果，那時兩個任務都還沒開始。result() 不會等待。',
      },
    },
  ],
});

function isTooEarly(outcome: { readonly type: string; readonly name?: string }): boolean {
  return outcome.name === 'InvalidStateError';
}
