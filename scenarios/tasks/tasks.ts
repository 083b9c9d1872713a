/** A coroutine starts when it is awaited, a task as soon as the loop can. */

import { coroutine, createTask, defineScenario, gather, print, sleep } from 'asyncio-lab';

const sayAfter = coroutine(function* sayAfter(delay: number, what: string) {
  yield* sleep(delay);
  print(what);
});

const withCoroutines = coroutine(function* withCoroutines() {
  yield* sayAfter(1, 'hello');
  yield* sayAfter(2, 'world');
});

const withTasks = coroutine(function* withTasks() {
  const hello = createTask(sayAfter(1, 'hello'));
  const world = createTask(sayAfter(2, 'world'));
  yield* hello;
  yield* world;
});

const withGather = coroutine(function* withGather() {
  yield* gather(sayAfter(1, 'hello'), sayAfter(2, 'world'));
});

const awaitEach = coroutine(function* awaitEach() {
  yield* createTask(sayAfter(1, 'hello'));
  yield* createTask(sayAfter(2, 'world'));
});

export default defineScenario({
  title: { en: 'coroutines and tasks', 'zh-TW': '協程與任務' },
  about: {
    en:
      'Two greetings, one after a second and one after two. Awaiting a coroutine runs it on the ' +
      'spot and waits until it is done, so that one second and two add up to three. A task ' +
      'starts by itself, as soon as the loop gets its turn: both tasks are made before the first ' +
      'await, their waits overlap, and two seconds are enough. gather() makes the tasks for you. ' +
      'To await a task as soon as it is made gains nothing, for the second one is made only when ' +
      'the first is done.',
    'zh-TW':
      '兩句問候，一句在一秒之後，一句在兩秒之後。' +
      '直接 await 協程，就是當場執行並等到它結束，所以一秒加兩秒總共三秒。' +
      '任務則會自己開始，只等事件迴圈輪到它：第一個 await 之前兩個任務都已經建立，' +
      '等待的時間重疊，兩秒就夠了。' +
      'gather() 會替你建立任務。' +
      '任務一建立就馬上 await 並沒有幫助，因為第一個任務完成之後，才會建立第二個。',
  },
  lesson: {
    en: 'Make all the tasks first, then await them.',
    'zh-TW': '先把任務全部建立好，再 await 它們。',
  },
  ratios: [
    { faster: 'create-task', than: 'coroutine', atLeast: 1.4, atMost: 1.6 },
    { faster: 'gather', than: 'coroutine', atLeast: 1.4, atMost: 1.6 },
    { faster: 'await-each', than: 'coroutine', atLeast: 0.9, atMost: 1.1 },
  ],
  variants: {
    coroutine: {
      main: withCoroutines,
      about: { en: 'awaits two coroutines', 'zh-TW': '依序 await 兩個協程' },
      claim: { en: '3 s', 'zh-TW': '3 秒' },
    },
    'create-task': {
      main: withTasks,
      about: { en: 'makes both tasks, then awaits them', 'zh-TW': '先建立兩個任務，再 await' },
      claim: { en: '2 s', 'zh-TW': '2 秒' },
    },
    gather: {
      main: withGather,
      about: { en: 'gather() makes the tasks', 'zh-TW': '由 gather() 建立任務' },
      claim: { en: '2 s', 'zh-TW': '2 秒' },
    },
    'await-each': {
      main: awaitEach,
      about: { en: 'awaits each task as it is made', 'zh-TW': '任務一建立就 await' },
      claim: { en: 'no help', 'zh-TW': '沒有幫助' },
    },
  },
});
