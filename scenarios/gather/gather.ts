/** gather() runs awaitables together and keeps their results in order. */

import {
  coroutine,
  createTask,
  defineScenario,
  gather,
  getRunningLoop,
  print,
  sleep,
  threadId,
  ValueError,
} from 'asyncio-lab';

/** A die of ten sides that falls the same way in every run, so that two runs can be compared. */
function makeDie() {
  let seed = 7;
  return () => {
    seed = (seed * 16807) % 2147483647;
    return 1 + (seed % 10);
  };
}

const doAsyncJob = coroutine(function* doAsyncJob(roll: () => number) {
  yield* sleep(2);
  print(new Date().toISOString(), 'thread id', threadId());
  return roll();
});

const oneByOne = coroutine(function* oneByOne() {
  const roll = makeDie();
  const results = [yield* doAsyncJob(roll), yield* doAsyncJob(roll), yield* doAsyncJob(roll)];
  for (const result of results) print('result =>', result);
});

const allAtOnce = coroutine(function* allAtOnce() {
  const roll = makeDie();
  const results = yield* gather(doAsyncJob(roll), doAsyncJob(roll), doAsyncJob(roll));
  for (const result of results) print('result =>', result);
});

const work = coroutine(function* work(seconds: number, what: string) {
  yield* sleep(seconds);
  print(`${what}: done`);
  return `from ${what}`;
});

const mixed = coroutine(function* mixed() {
  const loop = getRunningLoop();
  const coro = work(3, 'a coroutine');
  const task = createTask(work(1, 'a task'));
  const future = loop.createFuture<string>();
  loop.callLater(2, () => future.setResult('from a future'));
  for (const result of yield* gather(coro, task, future)) print('result =>', result);
});

const fail = coroutine(function* fail(seconds: number) {
  yield* sleep(seconds);
  throw new ValueError(`failed after ${seconds} s`);
});

const exceptions = coroutine(function* exceptions() {
  try {
    yield* gather(work(2, 'left behind'), fail(1));
  } catch (error) {
    if (!(error instanceof ValueError)) throw error;
    print('raised =>', error);
  }
  const results = yield* gather(work(2, 'kept'), fail(1), { returnExceptions: true });
  for (const result of results) print('result =>', result);
});

export default defineScenario({
  title: { en: 'asyncio.gather()', 'zh-TW': 'asyncio.gather()' },
  about: {
    en:
      'Three jobs of two seconds each. Awaited one after the other they take six seconds, for ' +
      'while one of them sleeps nothing else runs. gather() makes a task of each coroutine: all ' +
      'three sleep at the same time, and two seconds are enough, on one and the same thread. The ' +
      'results come back in the order of the arguments, whichever was done first, and tasks and ' +
      'futures may stand among the coroutines. When one fails, gather() raises its exception at ' +
      'once while the others run on; with return_exceptions it waits for all, and the exception ' +
      'is a result.',
    'zh-TW':
      '三件工作，每件兩秒。' +
      '一件接一件 await 要花六秒，因為其中一件睡眠時，沒有其他工作在進行。' +
      'gather() 會把每個協程包裝成任務，三件工作同時睡眠，兩秒就夠了，而且都在同一個執行緒裡。' +
      '不論誰先完成，結果都依引數的順序排列；協程、任務與 Future 也可以混在一起傳入。' +
      '其中一件失敗時，gather() 會立刻引發它的例外，其餘的工作則繼續執行；' +
      '若指定 return_exceptions，就會等到全部結束，並把例外當成結果放進串列。',
  },
  lesson: {
    en:
      'gather runs its awaitables at the same time: it takes as long as the longest, not as the ' +
      'sum.',
    'zh-TW': 'gather 讓所有 awaitable 同時進行：花費的時間等於最久的那一個，而不是總和。',
  },
  varying: [
    {
      pattern: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z? thread id (?<thread>\d+)$/,
      shown: '<date and time> thread id <id>',
    },
  ],
  ratios: [{ faster: 'gather', than: 'sequential', atLeast: 2.8, atMost: 3.2 }],
  variants: {
    sequential: {
      main: oneByOne,
      about: { en: 'one await after the other', 'zh-TW': '一個 await 接著一個' },
      claim: { en: 'no switching', 'zh-TW': '沒有切換工作' },
    },
    gather: {
      main: allAtOnce,
      about: { en: 'all three at once', 'zh-TW': '三件同時進行' },
    },
    mixed: {
      main: mixed,
      about: { en: 'a coroutine, a task and a future', 'zh-TW': '協程、任務與 Future 一起' },
    },
    exceptions: {
      main: exceptions,
      about: { en: 'one fails: raised, then returned', 'zh-TW': '有一件失敗：先引發，再當成結果' },
    },
  },
});
