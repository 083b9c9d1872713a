import { expect, test } from 'vitest';
import {
  asyncWith,
  ContextVar,
  coroutine,
  createTask,
  type ExceptionContext,
  Future,
  getRunningLoop,
  KeyboardInterrupt,
  newEventLoop,
  print,
  RuntimeError,
  run,
  sleep,
  TaskGroup,
  ValueError,
  virtualHost,
  withHost,
} from '../../src/index.js';
import { programTranscript, transcript } from '../asyncio/transcript.js';
import { caught } from '../caught.js';

function bad() {
  throw new ValueError('oops');
}

test('what a callback throws is reported, and everything else goes on', async () => {
  const lines = await transcript(function* () {
    const loop = getRunningLoop();
    loop.callSoon(bad);
    loop.callSoon(print, 'after');
    yield* sleep(1);
    print('main');
  });
  expect(lines).toEqual(['warning: Exception in callback bad()', 't=0 after', 't=1 main']);
});

test('a handler of your own gets the loop, the message, the exception and the handle', async () => {
  const lines = await transcript(function* () {
    const loop = getRunningLoop();
    loop.setExceptionHandler((own, context) => {
      print(own === loop, Object.keys(context), context.message, context.handle);
      print([context.exception]);
    });
    loop.callSoon(bad);
    yield* sleep(0);
  });
  expect(lines).toEqual([
    "t=0 True ['message', 'exception', 'handle'] Exception in callback bad() <Handle bad()>",
    "t=0 [ValueError('oops')]",
  ]);
});

test('the default handler is there again when the own one is taken away', async () => {
  const lines = await transcript(function* () {
    const loop = getRunningLoop();
    const handler = (_: unknown, { message }: ExceptionContext) => print(message);
    print(loop.getExceptionHandler());
    loop.setExceptionHandler(handler);
    print(loop.getExceptionHandler() === handler);
    loop.callExceptionHandler({ message: 'first' });
    loop.setExceptionHandler(undefined);
    loop.callExceptionHandler({ message: 'second' });
  });
  expect(lines).toEqual(['t=0 None', 't=0 True', 't=0 first', 'warning: second']);
});

test('a handler that throws is reported itself', async () => {
  const lines = await transcript(function* () {
    const loop = getRunningLoop();
    loop.setExceptionHandler(() => {
      throw new RuntimeError('worse');
    });
    loop.callSoon(bad);
    yield* sleep(1);
    print('main');
  });
  expect(lines).toEqual(['warning: Unhandled error in exception handler', 't=1 main']);
});

test('the default handler is told of such a failure, and what the report was', async () => {
  const told: ExceptionContext[] = [];
  const report = { message: 'mine', detail: 1 };
  await transcript(function* () {
    const loop = getRunningLoop();
    loop.defaultExceptionHandler = (context) => told.push(context);
    loop.setExceptionHandler(bad);
    loop.callExceptionHandler(report);
  });
  expect(told).toEqual([
    {
      message: 'Unhandled error in exception handler',
      exception: new ValueError('oops'),
      context: report,
    },
  ]);
});

test('a default handler of your own may fail, too: it is written out', async () => {
  const lines = await transcript(function* () {
    const loop = getRunningLoop();
    loop.defaultExceptionHandler = bad;
    loop.callExceptionHandler({ message: 'first' });
    loop.setExceptionHandler(bad);
    loop.callExceptionHandler({ message: 'second' });
    print('main');
  });
  expect(lines).toEqual([
    'warning: Exception in default exception handler',
    'warning: Exception in default exception handler while handling an unexpected error in custom exception handler',
    't=0 main',
  ]);
});

test('a handler that is no function is refused', async () => {
  const loop = newEventLoop({ clock: 'virtual' });
  expect(caught(() => loop.setExceptionHandler(1 as never))).toBe(
    'TypeError: A callable object or None is expected, got 1',
  );
  loop.close();
});

test('the default handler writes the message, what it concerns by name, and the exception', async () => {
  const warnings: string[] = [];
  const output = { print: () => {}, warn: (text: string) => warnings.push(text) };
  await withHost(virtualHost({ output }), () =>
    run(
      (function* () {
        const loop = getRunningLoop();
        loop.defaultExceptionHandler({ message: 'message', zebra: [1], ant: 'text' });
        loop.defaultExceptionHandler({ exception: new ValueError('oops') });
        loop.defaultExceptionHandler({ exception: 'no error at all' });
      })(),
    ),
  );
  expect(warnings[0]).toBe("message\nant: 'text'\nzebra: [1]");
  expect(warnings[1]).toMatch(/^Unhandled exception in event loop\nValueError: oops\n +at /);
  expect(warnings[2]).toBe('Unhandled exception in event loop\nno error at all');
});

test('the handler runs in the context of the task or the callback concerned', async () => {
  const name = new ContextVar('name', { default: 'nobody' });
  const lines = await transcript(function* () {
    const loop = getRunningLoop();
    loop.setExceptionHandler((_, { message }) => print(message, name.get()));
    name.set('callback');
    loop.callSoon(bad);
    name.set('task');
    const task = createTask(sleep(1));
    name.set('main');
    yield* sleep(0);
    loop.callExceptionHandler({ message: 'of a task', task });
    loop.callExceptionHandler({ message: 'of nothing' });
  });
  expect(lines).toEqual([
    't=0 Exception in callback bad() callback',
    't=0 of a task task',
    't=0 of nothing main',
  ]);
});

test('an exception of a future or task that nobody looked at is reported at the end', async () => {
  const lines = await transcript(function* main() {
    new Future().setException(new ValueError('future'));
    const lookedAt = new Future();
    lookedAt.setException(new ValueError('looked at'));
    lookedAt.exception();
    const cancelled = new Future();
    cancelled.setException(new ValueError('cancelled afterwards'));
    cancelled.cancel();
    createTask(
      (function* () {
        throw new ValueError('task');
      })(),
    );
    yield* sleep(1);
    print('main ends');
  });
  expect(lines).toEqual([
    't=1 main ends',
    'warning: Future exception was never retrieved',
    'warning: Task exception was never retrieved',
  ]);
});

test('a task that is pending when its loop is closed is reported, and its finally runs', async () => {
  const warnings: string[] = [];
  const output = {
    print: () => {},
    warn: (text: string) => warnings.push(text.split('\n')[0] ?? ''),
  };
  await withHost(virtualHost({ output }), async () => {
    const loop = newEventLoop();
    loop.createTask(
      (function* () {
        try {
          yield* sleep(10);
        } finally {
          warnings.push('finally');
        }
      })(),
    );
    await loop.runUntilComplete(sleep(1));
    loop.close();
  });
  expect(warnings).toEqual(['Task was destroyed but it is pending!', 'finally']);
});

test('an exception is reported before tasks are closed, in which a group may cancel what they wait for', async () => {
  const lines = await programTranscript(async () => {
    const loop = newEventLoop();
    const fails = function* () {
      yield* sleep(1);
      loop.callSoon(() => {
        throw new KeyboardInterrupt();
      });
      bad();
    };
    const main = function* () {
      const task = createTask(fails());
      yield* asyncWith(new TaskGroup(), function* (group) {
        group.createTask(
          (function* () {
            yield* task;
          })(),
        );
        yield* sleep(9);
      });
    };
    await expect(loop.runUntilComplete(main())).rejects.toThrow(KeyboardInterrupt);
    loop.close();
  });
  expect(lines).toEqual([
    'warning: Task exception was never retrieved',
    'warning: Exception ignored while closing generator <coroutine object <generator>>:',
    'warning: Task was destroyed but it is pending!',
  ]);
});

test('a task that is never begun is reported, and so is its coroutine', async () => {
  const lines = await programTranscript(() => {
    const loop = newEventLoop();
    loop.createTask(sleep(1));
    loop.close();
  });
  expect(lines).toEqual([
    'warning: Task was destroyed but it is pending!',
    "warning: RuntimeWarning: coroutine 'sleep' was never awaited",
  ]);
});

test('what the cleanup of such a task throws is reported, too', async () => {
  const lines = await programTranscript(async () => {
    const loop = newEventLoop();
    const failing = coroutine(function* failing() {
      try {
        yield* sleep(10);
      } finally {
        bad();
      }
    });
    loop.createTask(failing());
    await loop.runUntilComplete(sleep(1));
    loop.close();
  });
  expect(lines).toEqual([
    'warning: Task was destroyed but it is pending!',
    'warning: Exception ignored while closing generator <coroutine object failing>:',
  ]);
});

test('a callback that cancels itself and throws has no name any more', async () => {
  const lines = await transcript(function* () {
    const handle = getRunningLoop().callSoon(() => {
      handle.cancel();
      bad();
    });
    yield* sleep(0);
  });
  expect(lines).toEqual(['warning: Exception in callback None()']);
});

test('a callback that cannot be called is reported by the name of its type', async () => {
  const lines = await transcript(function* () {
    const loop = getRunningLoop();
    loop.setExceptionHandler((_, { message, exception }) => print(message, `${exception}`));
    for (const callback of [1, 'text', undefined]) loop.callSoon(callback as never);
    yield* sleep(0);
  });
  expect(lines).toEqual([
    "t=0 Exception in callback 1() TypeError: 'int' object is not callable",
    "t=0 Exception in callback 'text'() TypeError: 'str' object is not callable",
    "t=0 Exception in callback None() TypeError: 'NoneType' object is not callable",
  ]);
});

test('a callback that cancels its own handle and fails is reported with its own error', async () => {
  const lines = await transcript(function* () {
    const loop = getRunningLoop();
    loop.setExceptionHandler((_, { message, exception }) => print(message, `${exception}`));
    const handle = loop.callSoon(() => {
      handle.cancel();
      throw new ValueError('own');
    });
    yield* sleep(0);
  });
  expect(lines).toEqual(['t=0 Exception in callback None() ValueError: own']);
});
