/** Five waits of a second: in turn if they block, together if they do not. */

import {
  blockingSleep,
  coroutine,
  createTask,
  defineScenario,
  FIRST_COMPLETED,
  print,
  sleep,
  wait,
} from 'asyncio-lab';

function blockDoSomething(i: number) {
  print(`第 ${i} 次開始`);
  blockingSleep(1);
  print(`第 ${i} 次結束`);
}

function blockFiveTimes() {
  for (let i = 1; i <= 5; i += 1) blockDoSomething(i);
}

const doSomething = coroutine(function* doSomething(i: number, seconds: number = 1) {
  print(`第 ${i} 次開始`);
  yield* sleep(seconds);
  print(`第 ${i} 次結束`);
});

const waitForAll = coroutine(function* waitForAll() {
  const tasks = [1, 2, 3, 4, 5].map((i) => createTask(doSomething(i)));
  yield* wait(tasks);
});

const waitForFirst = coroutine(function* waitForFirst() {
  const tasks = [1, 2, 3].map((i) => createTask(doSomething(i, i)));
  let [done, pending] = yield* wait(tasks, { returnWhen: FIRST_COMPLETED });
  print(`done: ${done.size}, pending: ${pending.size}`);
  [done, pending] = yield* wait(pending);
  print(`done: ${done.size}, pending: ${pending.size}`);
});

export default defineScenario({
  title: { en: 'asyncio.wait()', 'zh-TW': 'asyncio.wait()' },
  about: {
    en:
      'Five times the same: say that it begins, wait one second, say that it ends. When the wait ' +
      'blocks the thread, each has to end before the next can begin, and five seconds go by. ' +
      'When each is a task that sleeps, it gives up the turn: all five begin at once, their ' +
      'waits overlap, and one second is enough. wait() hands back two sets, the done and the ' +
      'pending; it raises nothing and cancels nothing, so that with FIRST_COMPLETED the others ' +
      'run on and can be waited for again.',
    'zh-TW':
      '同樣的事做五次：印出開始，等一秒，印出結束。' +
      '等待若會阻塞執行緒，就得等前一次結束，下一次才能開始，總共五秒。' +
      '若每一次都是會睡眠的任務，睡眠時便讓出控制權：五次同時開始，等待的時間重疊，一秒就夠了。' +
      'wait() 會回傳兩個集合，分別是已完成與未完成的任務；它不會引發任務的例外，也不會取消任務。' +
      '所以用 FIRST_COMPLETED 等到第一個完成之後，其餘的任務仍在執行，可以再等一次。',
  },
  lesson: {
    en: 'Waits overlap when they give up the thread, and add up when they block it.',
    'zh-TW': '讓出執行緒的等待可以重疊，阻塞執行緒的等待只會相加。',
  },
  ratios: [{ faster: 'async', than: 'block', atLeast: 4.5, atMost: 5.5 }],
  variants: {
    block: {
      program: blockFiveTimes,
      about: { en: 'each blocks the thread', 'zh-TW': '每次都阻塞執行緒' },
      claim: { en: '5 s', 'zh-TW': '5 秒' },
    },
    async: {
      main: waitForAll,
      about: { en: 'five tasks at once', 'zh-TW': '五個任務同時進行' },
      claim: { en: '1 s', 'zh-TW': '1 秒' },
      note: {
        en:
          'Python 3.11, which the guide names, answers TypeError: expect a list of futures, not ' +
          'generator; from 3.12 on it takes the generator.',
        'zh-TW':
          '教學所用的 Python 3.11 會引發 TypeError: expect a list of futures, not generator；' +
          '從 3.12 起才可以傳入產生器。',
      },
    },
    'first-completed': {
      main: waitForFirst,
      about: { en: 'the first, then the rest', 'zh-TW': '先等第一個，再等其餘的' },
    },
  },
});
