/** A future: one task puts a result in, another waits for it. */

import { defineExercise } from 'asyncio-lab';

export default defineExercise({
  title: { en: 'The courier and the lamp', 'zh-TW': '快遞員與檯燈' },
  kind: 'write',
  task: {
    en:
      'The courier rings at 2 seconds with a lamp, and is home again at 3. main waits for the whole trip ' +
      'and so has the lamp at 3, too late. Make a future in main and give it to the courier. He sets ' +
      'its result when he rings, and main waits for it: main has the lamp at 2, and ends when the ' +
      'courier is home.',
    'zh-TW':
      '快遞員在第 2 秒帶著檯燈按鈴，第 3 秒回到家。main 等的是整趟路程，所以第 3 秒才拿到檯燈，太晚了。' +
      '請在 main 裡建立一個 Future，交給快遞員。他按鈴時設定 Future 的結果，main 則等待這個 Future：' +
      'main 在第 2 秒拿到檯燈，並等快遞員回到家才結束。',
  },
  hints: [
    {
      en: 'getRunningLoop().createFuture<string>() makes a future that will hold a string. It is Python’s loop.create_future().',
      'zh-TW':
        'getRunningLoop().createFuture<string>() 會建立一個將來放字串的 Future，也就是 Python 的 loop.create_future()。',
    },
    {
      en: "The courier gets it as a parameter, parcel: Future<string>, and calls parcel.setResult('a lamp') after he has rung. The type is imported as type Future.",
      'zh-TW':
        "快遞員以參數 parcel: Future<string> 收下它，按鈴之後呼叫 parcel.setResult('a lamp')。型別用 type Future 匯入。",
    },
    {
      en: 'main waits twice: for the future, to have the lamp, and at the end for the task, so that the courier comes home.',
      'zh-TW': 'main 要等待兩次：先等 Future，拿到檯燈；最後再等任務，讓快遞員回到家。',
    },
  ],
  why: {
    en:
      'A future is a place for one result that is not there yet. Whoever waits for it with yield* sleeps; ' +
      'whoever calls setResult() fills it, once, and wakes all who wait. A task is a future too, filled ' +
      'when its coroutine returns; a future of your own lets you say the moment yourself, in the middle ' +
      'of the work. setResult() does not hand over the turn: the courier goes on to his next wait, and ' +
      'only then main runs. A future that nobody fills is waited for without end. In daily code tasks, ' +
      'queues and events are enough; futures are what these are made of, and what connects ' +
      'asyncio to the world outside.',
    'zh-TW':
      'Future 是放一個結果的地方，結果現在還沒有。' +
      '用 yield* 等待它的人會睡著；呼叫 setResult() 的人把它填上，只能填一次，並叫醒所有等待的人。' +
      '任務也是一種 Future，協程返回時就填上了；自己建立的 Future 則讓你在工作進行到一半時，自己決定那個時刻。' +
      'setResult() 並不會交出控制權：快遞員會繼續執行到下一次等待，之後才輪到 main。' +
      '沒有人填的 Future，會讓等待它的人永遠等下去。' +
      '平常寫程式，任務、佇列和 Event 就夠用了；這些東西正是用 Future 做成的，asyncio 與外界也是靠它連接。',
  },
  mistakes: [
    {
      answer: 'asks-too-early',
      when: ({ outcome, elapsed }) =>
        outcome.type === 'error' && outcome.name === 'InvalidStateError' && elapsed === 0,
      say: {
        en: 'InvalidStateError at 0 seconds: result() does not wait, it asks for what is there, and the courier has not even set out. Wait for the future itself.',
        'zh-TW':
          '第 0 秒就出現 InvalidStateError：result() 不會等待，只拿現有的結果，而快遞員連出發都還沒有。請等待 Future 本身。',
      },
    },
    {
      answer: 'never-set',
      when: ({ stuck }) => stuck.some(({ coroutine }) => coroutine === 'main'),
      say: {
        en: 'main waits for a future that nobody fills, and would wait for ever. What the courier returns is the result of his task, not of the future.',
        'zh-TW':
          'main 等待的 Future 沒有人去填，會永遠等下去。快遞員回傳的東西，是他那個任務的結果，不是這個 Future 的結果。',
      },
    },
    {
      answer: 'set-at-once',
      when: ({ lines }) => lines.some(({ t, text }) => t === 0 && text === 'main has a lamp'),
      say: {
        en: 'main has the lamp at 0 seconds, before anybody has rung: the result was set too early. Look at where the courier sets it.',
        'zh-TW': 'main 在第 0 秒就有檯燈了，還沒有人按鈴：結果設定得太早。看看快遞員在哪裡設定它。',
      },
    },
    {
      answer: 'prints-the-future',
      when: ({ texts }) => texts.some((text) => text.startsWith('main has <')),
      say: {
        en: 'The line shows the future itself. A future holds the lamp, it is not the lamp: take what yield* gives.',
        'zh-TW':
          '這一行顯示的是 Future 本身。檯燈在 Future 裡面，Future 並不是檯燈：請收下 yield* 給的值。',
      },
    },
    {
      answer: 'leaves-the-courier',
      when: ({ pending, texts }) =>
        pending.includes('courier') && texts.includes('main has a lamp'),
      say: {
        en: 'main has the lamp in time, but then it ends, and run() cancels the courier on his way home. His task has to be waited for as well.',
        'zh-TW':
          'main 及時拿到了檯燈，卻接著就結束了，run() 便把回家路上的快遞員取消了。他的任務也要等待。',
      },
    },
    {
      answer: 'never-goes-home',
      when: ({ texts, elapsed, outcome }) =>
        outcome.type === 'return' && texts.includes('main has a lamp') && elapsed === 2,
      say: {
        en: 'main has the lamp at 2 seconds, but only because the courier does not go home any more. The last second of his trip has to stay.',
        'zh-TW': 'main 在第 2 秒拿到了檯燈，但只是因為快遞員不回家了。他最後那一秒的路程必須保留。',
      },
    },
    {
      answer: 'unsolved',
      when: ({ lines }) => lines.some(({ t, text }) => t === 3 && text === 'main has a lamp'),
      say: {
        en: 'The courier rang at 2 seconds, and main had the lamp at 3: it waited for the end of his trip, not for the lamp.',
        'zh-TW': '快遞員在第 2 秒按鈴，main 卻到第 3 秒才有檯燈：它等的是整趟路程結束，不是檯燈。',
      },
    },
  ],
});
