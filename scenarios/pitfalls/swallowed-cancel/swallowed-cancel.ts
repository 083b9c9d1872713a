/** An except that takes everything takes the cancellation as well. */

import {
  ConnectionError,
  type Coroutine,
  coroutine,
  createTask,
  defineScenario,
  print,
  rethrowIfCancelled,
  sleep,
  wait,
} from 'asyncio-lab';

const connect = coroutine(function* connect() {
  yield* sleep(1);
  throw new ConnectionError('no answer');
});

const keepTrying = coroutine(function* keepTrying() {
  for (const attempt of [1, 2, 3, 4, 5]) {
    try {
      yield* connect();
    } catch (error) {
      print(`attempt ${attempt}: ${(error as Error).name}`);
    }
  }
});

const tryUntilCancelled = coroutine(function* tryUntilCancelled() {
  for (const attempt of [1, 2, 3, 4, 5]) {
    try {
      yield* connect();
    } catch (error) {
      rethrowIfCancelled(error);
      print(`attempt ${attempt}: ${(error as Error).name}`);
    }
  }
});

const stop = coroutine(function* stop(worker: Coroutine<void>) {
  const task = createTask(worker);
  yield* sleep(2.5);
  print('main: cancel');
  task.cancel();
  yield* wait([task]);
  print('main: the worker has ended');
});

const wrong = coroutine(function* wrong() {
  yield* stop(keepTrying());
});

const right = coroutine(function* right() {
  yield* stop(tryUntilCancelled());
});

export default defineScenario({
  title: { en: 'the swallowed cancellation', 'zh-TW': '被吞掉的取消' },
  about: {
    en:
      'A worker tries to connect, five times at most; each attempt takes a second and fails. ' +
      'After two and a half seconds main has enough and cancels it. Cancellation arrives as an ' +
      'exception, and an except that takes everything takes this one too: the third attempt ' +
      'counts as failed, the worker goes on to the fourth and the fifth, and main has to wait ' +
      'for it until second 4.5. Without a limit to its attempts it could never be stopped. In ' +
      'Python CancelledError is a BaseException for this very reason: except Exception lets it ' +
      'through, and the worker ends at once.',
    'zh-TW':
      '一個工作嘗試連線，最多五次，每次都花一秒，而且都失敗。' +
      '過了兩秒半，main 決定不再等，把它取消。' +
      '取消是以例外的形式送達的，什麼都捕捉的 except 也會把它捕捉下來：' +
      '第三次只算是又一次失敗，工作繼續嘗試第四次與第五次，main 得等它等到第 4.5 秒。' +
      '要是嘗試的次數沒有上限，就永遠停不下來。' +
      '正因如此，Python 的 CancelledError 屬於 BaseException：' +
      'except Exception 不會攔住它，工作便立刻結束。',
  },
  lesson: {
    en: 'Catch the exceptions that you can handle, and let CancelledError pass.',
    'zh-TW': '只捕捉你能處理的例外，讓 CancelledError 通過。',
  },
  variants: {
    wrong: {
      main: wrong,
      about: { en: 'takes every exception', 'zh-TW': '捕捉所有的例外' },
      note: {
        en: 'In Python this is except BaseException, or except with nothing after it.',
        'zh-TW': '在 Python 裡就是 except BaseException，或後面什麼都沒寫的 except。',
      },
    },
    right: {
      main: right,
      about: { en: 'lets the cancellation pass', 'zh-TW': '讓取消通過' },
      note: {
        en:
          'What Python spells except Exception is a catch that begins with rethrowIfCancelled() ' +
          'here.',
        'zh-TW': 'Python 的 except Exception，在這裡寫成以 rethrowIfCancelled() 開頭的 catch。',
      },
    },
  },
});
