/** A task that nobody keeps: its end is cut off, and its exception is seen by nobody. */

import {
  coroutine,
  createTask,
  defineScenario,
  gather,
  print,
  sleep,
  ValueError,
} from 'asyncio-lab';

const send = coroutine(function* send(name: string, seconds: number) {
  yield* sleep(seconds);
  if (name === 'Eve') throw new ValueError(`${name} has no mailbox`);
  print(`mail to ${name}: sent`);
});

const wrong = coroutine(function* wrong() {
  createTask(send('Ada', 1));
  createTask(send('Eve', 1));
  createTask(send('Bob', 3));
  yield* sleep(2);
  print('main: all mails are sent');
});

const right = coroutine(function* right() {
  const tasks = [
    createTask(send('Ada', 1)),
    createTask(send('Eve', 1)),
    createTask(send('Bob', 3)),
  ];
  yield* sleep(2);
  for (const result of yield* gather(...tasks, { returnExceptions: true })) {
    if (result instanceof Error) print('main: not sent:', result);
  }
  print('main: every mail is accounted for');
});

export default defineScenario({
  title: { en: 'the lost task', 'zh-TW': '遺失的任務' },
  about: {
    en:
      'Three mails are sent by tasks, and main goes on meanwhile. If nobody keeps the tasks, ' +
      'nobody hears of them again: Bob gets no mail, for when main is done run() cancels what is ' +
      'left; and that Eve has no mailbox is raised within a task that nobody awaits, so that ' +
      'main goes on to say that all is well. Python only reports "Task exception was never ' +
      'retrieved" when it throws such a task away. Worse still, the loop itself keeps no more ' +
      'than weak references: a task that nothing else holds may be collected before it is done. ' +
      'Who keeps the tasks and awaits them gets both, the rest of the work and the exception.',
    'zh-TW':
      '三封信由任務寄出，main 同時繼續往下走。' +
      '如果沒有人保留這些任務，就再也沒有人知道它們的下落：' +
      'Bob 收不到信，因為 main 一結束，run() 就會取消剩下的任務；' +
      'Eve 沒有信箱的例外，則發生在沒有人 await 的任務裡，於是 main 還宣稱一切順利。' +
      'Python 只在丟棄這樣的任務時回報「Task exception was never retrieved」。' +
      '更糟的是，事件迴圈本身對任務只有弱參照：沒有其他人持有的任務，可能還沒做完就被回收。' +
      '保留任務並 await 它們，才等得到剩下的工作，也才看得到例外。',
  },
  lesson: {
    en: 'Keep every task that you make, and await it: only then do you learn how it ended.',
    'zh-TW': '建立的每個任務都要保留並 await，才會知道它的結局。',
  },
  variants: {
    wrong: {
      main: wrong,
      about: { en: 'makes tasks and forgets them', 'zh-TW': '建立任務之後就不管了' },
      note: {
        en: 'It is faster only because the mail to Bob is never sent.',
        'zh-TW': '它比較快，只是因為給 Bob 的信根本沒有寄出。',
      },
    },
    right: {
      main: right,
      about: { en: 'keeps the tasks and awaits them', 'zh-TW': '保留任務，再 await 它們' },
    },
  },
});
