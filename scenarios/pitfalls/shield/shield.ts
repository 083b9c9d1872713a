/** shield() keeps the cancellation out, but waits for nobody: who shields must hold on. */

import {
  CancelledError,
  type Coroutine,
  coroutine,
  createTask,
  defineScenario,
  print,
  shield,
  sleep,
  wait,
} from 'asyncio-lab';

const save = coroutine(function* save() {
  try {
    yield* sleep(2);
    print('save: done');
  } catch (error) {
    if (error instanceof CancelledError) print('save: cut off half-way');
    throw error;
  }
});

const shieldOnly = coroutine(function* shieldOnly() {
  yield* shield(save());
});

const shieldAndHold = coroutine(function* shieldAndHold() {
  const saving = createTask(save());
  try {
    yield* shield(saving);
  } catch (error) {
    if (!(error instanceof CancelledError)) throw error;
    print('handler: cancelled, but the save must end');
    yield* saving;
    throw error;
  }
});

const cancelAfter1s = coroutine(function* cancelAfter1s(handler: Coroutine<void>) {
  const task = createTask(handler);
  yield* sleep(1);
  task.cancel();
  yield* wait([task]);
  print('main: the handler is cancelled');
});

const wrong = coroutine(function* wrong() {
  yield* cancelAfter1s(shieldOnly());
});

const right = coroutine(function* right() {
  yield* cancelAfter1s(shieldAndHold());
});

export default defineScenario({
  title: { en: 'shield() and nobody behind it', 'zh-TW': 'shield() 之後沒有人等' },
  about: {
    en:
      'A save of two seconds must not be broken off, so a handler shields it, and after one ' +
      'second the handler is cancelled. shield() keeps its word: the save goes on. But the ' +
      'handler ends at once, and from then on nobody holds the save and nobody awaits it; when ' +
      'main is done, run() cancels what is left, and the save is cut off after all. Who shields ' +
      'must keep the task: the handler catches the CancelledError, awaits the save to its end, ' +
      'and only then raises it again.',
    'zh-TW':
      '一次兩秒的存檔不能中斷，所以處理程式用 shield() 保護它；一秒之後，處理程式被取消。' +
      'shield() 確實做到了它該做的：存檔繼續進行。' +
      '但處理程式自己立刻結束，從此沒有人持有這個存檔的任務，也沒有人 await 它；' +
      'main 一結束，run() 就取消剩下的任務，存檔終究還是中斷了。' +
      '使用 shield() 就要保留任務：處理程式捕捉 CancelledError，等存檔完成，才再次引發它。',
  },
  lesson: {
    en: 'shield() protects from one cancellation; keep the task and await it to its end.',
    'zh-TW': 'shield() 只擋得住一次取消：保留任務，並 await 到它結束。',
  },
  variants: {
    wrong: {
      main: wrong,
      about: { en: 'shields, and holds nothing', 'zh-TW': '用了 shield()，卻沒有保留任務' },
      note: {
        en: 'It is faster only because the save is never done.',
        'zh-TW': '它比較快，只是因為存檔根本沒有完成。',
      },
    },
    right: {
      main: right,
      about: { en: 'holds the task and awaits it', 'zh-TW': '保留任務，並等它結束' },
    },
  },
});
