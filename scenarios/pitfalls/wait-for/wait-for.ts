/** wait_for() cancels at its limit, and then waits for the cleanup, however long that takes. */

import {
  coroutine,
  createTask,
  defineScenario,
  print,
  sleep,
  TimeoutError,
  wait,
  waitFor,
} from 'asyncio-lab';

const job = coroutine(function* job() {
  try {
    yield* sleep(10);
  } finally {
    print('job: cleaning up');
    yield* sleep(3);
    print('job: clean');
  }
});

const secondPlan = coroutine(function* secondPlan() {
  yield* sleep(1);
  print('main: second plan done');
});

const wrong = coroutine(function* wrong() {
  try {
    yield* waitFor(job(), 1);
  } catch (error) {
    if (!(error instanceof TimeoutError)) throw error;
    print('main: time is up');
    yield* secondPlan();
  }
});

const right = coroutine(function* right() {
  const task = createTask(job());
  const [, pending] = yield* wait([task], { timeout: 1 });
  if (pending.size > 0) {
    task.cancel();
    print('main: time is up');
    yield* secondPlan();
    yield* wait([task]);
  }
});

export default defineScenario({
  title: { en: 'a limit that wait_for() does not keep', 'zh-TW': 'wait_for() 守不住的時限' },
  about: {
    en:
      'The job has one second, and wait_for() takes four. At its limit it cancels the job, and ' +
      'then it waits until the job has really ended, so that nothing is left half done: three ' +
      'seconds of cleanup come on top, and a job that swallows its cancellation could hold it up ' +
      'for good. Who must go on in time makes the task himself. wait() with a timeout looks ' +
      'after one second, raises nothing and cancels nothing: main cancels the task, turns to the ' +
      'second plan while the cleanup goes on, and awaits the task at the end.',
    'zh-TW':
      '這件工作只有一秒，wait_for() 卻花了四秒。' +
      '時限一到，它就取消工作，然後等到工作真正結束，以免留下做到一半的事：' +
      '善後的三秒也算在內；要是工作把取消吞掉，就可能永遠等下去。' +
      '必須準時往下走的話，就要自己建立任務。' +
      '設定 timeout 的 wait() 在一秒後就會返回，不引發例外，也不取消任務：' +
      '由 main 取消它，趁它善後時改做備選方案，最後再等它結束。',
  },
  lesson: {
    en: 'wait_for() ends when the cancelled work has ended, not when its time is up.',
    'zh-TW': 'wait_for() 要等被取消的工作結束才會返回，而不是時限一到就返回。',
  },
  ratios: [{ faster: 'right', than: 'wrong', atLeast: 1.2, atMost: 1.3 }],
  variants: {
    wrong: {
      main: wrong,
      about: { en: 'a limit of 1 s that takes 4 s', 'zh-TW': '時限一秒，卻花了四秒' },
    },
    right: {
      main: right,
      about: { en: 'goes on after 1 s, cleanup or not', 'zh-TW': '一秒後就往下走，不等善後' },
    },
  },
});
