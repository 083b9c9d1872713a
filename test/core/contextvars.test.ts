import { expect, test } from 'vitest';
import { repr } from '../../src/core/repr.js';
import {
  Context,
  ContextVar,
  copyContext,
  createTask,
  currentTask,
  gather,
  getRunningLoop,
  print,
  sleep,
  type Task,
  Token,
  waitFor,
} from '../../src/index.js';
import { transcript } from '../asyncio/transcript.js';
import { caught } from '../caught.js';

/** Run a test's code in a context of its own, so that nothing is left behind. */
function isolated(body: () => void) {
  return () => copyContext().run(body);
}

test(
  'a variable has the value set, else the argument, else its default, else none',
  isolated(() => {
    const plain = new ContextVar<number>('plain');
    const withDefault = new ContextVar('withDefault', { default: 5 });
    expect(caught(() => plain.get())).toBe("LookupError: <ContextVar name='plain'>");
    expect([plain.get(3), withDefault.get(3), withDefault.get()]).toEqual([3, 3, 5]);
    plain.set(1);
    expect([plain.get(), plain.get(3)]).toEqual([1, 1]);
  }),
);

test(
  'a token brings the value before it back, once',
  isolated(() => {
    const variable = new ContextVar<number>('variable');
    const first = variable.set(1);
    const second = variable.set(2);
    expect([first.oldValue, second.oldValue]).toEqual([Token.MISSING, 1]);
    variable.reset(second);
    expect(variable.get()).toBe(1);
    expect(caught(() => variable.reset(second))).toMatch(
      /^RuntimeError: .+ has already been used once$/,
    );
    variable.reset(first);
    expect(variable.get(0)).toBe(0);
  }),
);

test(
  'a token of another variable or of another context is refused',
  isolated(() => {
    const variable = new ContextVar<number>('variable');
    const other = new ContextVar<number>('other');
    const token = variable.set(1);
    expect(caught(() => other.reset(token))).toMatch(
      /^ValueError: .+ was created by a different ContextVar$/,
    );
    const inACopy = () => copyContext().run(() => variable.reset(token));
    expect(caught(inACopy)).toMatch(/^ValueError: .+ was created in a different Context$/);
    expect(variable.get()).toBe(1);
  }),
);

test(
  'what is set in a context stays there',
  isolated(() => {
    const variable = new ContextVar<string>('variable');
    const context = new Context();
    expect([context.size, context.has(variable), context.get(variable)]).toEqual([
      0,
      false,
      undefined,
    ]);
    expect(context.run((value: string) => variable.set(value), 'inside')).toBeInstanceOf(Token);
    expect([context.size, context.has(variable), context.get(variable)]).toEqual([
      1,
      true,
      'inside',
    ]);
    expect(variable.get('none')).toBe('none');
    const copy = context.copy();
    copy.run(() => variable.set('in the copy'));
    expect([context.get(variable), copy.get(variable)]).toEqual(['inside', 'in the copy']);
    expect(context.get(new ContextVar('other'), 'fallback')).toBe('fallback');
  }),
);

test(
  'a context cannot be entered twice, and is left when its function throws',
  isolated(() => {
    const context = new Context();
    const refusal =
      'RuntimeError: cannot enter context: <_contextvars.Context object> is already entered';
    expect(context.run(() => caught(() => context.run(() => {})))).toBe(refusal);
    const failing = () => {
      throw new Error('no');
    };
    expect(caught(() => context.run(failing))).toBe('Error: no');
    expect(context.run(() => 'entered again')).toBe('entered again');
  }),
);

const name = new ContextVar('name', { default: 'nobody' });

function* child() {
  print('child', name.get());
  name.set('child');
  yield* sleep(1);
  print('child', name.get());
}

test('a task has a copy of the context that it was created in', async () => {
  const lines = await transcript(function* () {
    name.set('main');
    const task = createTask(child());
    name.set('main later');
    yield* task;
    print('main', name.get());
  });
  expect(lines).toEqual(['t=0 child main', 't=1 child child', 't=1 main main later']);
});

test('a coroutine that is merely awaited shares the context', async () => {
  const lines = await transcript(function* () {
    name.set('main');
    yield* child();
    print('main', name.get());
  });
  expect(lines).toEqual(['t=0 child main', 't=1 child child', 't=1 main child']);
});

test('waitFor runs the coroutine in the same context, gather in copies', async () => {
  const lines = await transcript(function* () {
    name.set('main');
    yield* gather(child());
    print('main', name.get());
    yield* waitFor(child(), 5);
    print('main', name.get());
  });
  expect(lines).toEqual([
    't=0 child main',
    't=1 child child',
    't=1 main main',
    't=1 child main',
    't=2 child child',
    't=2 main child',
  ]);
});

test('a task can be given a context', async () => {
  const lines = await transcript(function* () {
    const context = copyContext();
    const task = createTask(child(), { context });
    print(task.getContext() === context);
    yield* task;
    print('main', name.get(), context.get(name));
  });
  expect(lines).toEqual([
    't=0 True',
    't=0 child nobody',
    't=1 child child',
    't=1 main nobody child',
  ]);
});

test('a callback has a copy of the context it was scheduled in, or the one it is given', async () => {
  const lines = await transcript(function* () {
    const loop = getRunningLoop();
    const callback = (label: string) => print(label, name.get());
    name.set('one');
    const context = copyContext();
    name.set('two');
    loop.callSoon(callback, 'soon');
    loop.callSoon(callback, 'soon', { context });
    loop.callLater(1, callback, 'later', { context: new Context() });
    loop.callAt(1, callback, 'at', { context });
    name.set('three');
    yield* sleep(1);
    print('main', name.get());
  });
  expect(lines).toEqual([
    't=0 soon two',
    't=0 soon one',
    't=1 later nobody',
    't=1 at one',
    't=1 main three',
  ]);
});

test('the context of a task that runs is one and the same, looked at before or after it is written to', async () => {
  const task = () => currentTask() as Task;
  const lines = await transcript(function* () {
    const before = task().getContext();
    name.set('Ann');
    print(before.get(name), task().getContext() === before);
    print(caught(() => before.run(() => {})));
    yield* sleep(0);
    print(name.get(), task().getContext() === before);
    const writer = createTask(
      (function* () {
        const token = name.set('Ben');
        const after = task().getContext();
        print(after.get(name), token.context === after);
        name.reset(token);
        print(after.get(name), name.get());
      })(),
    );
    yield* writer;
    const after = writer.getContext();
    print(after.get(name), writer.getContext() === after);
  });
  expect(lines).toEqual([
    't=0 Ann True',
    't=0 RuntimeError: cannot enter context: <_contextvars.Context object> is already entered',
    't=0 Ann True',
    't=0 Ben True',
    't=0 Ann Ann',
    't=0 Ann True',
  ]);
});

test('a task keeps its context while an eager one, or a function, runs within its step', async () => {
  const lines = await transcript(function* () {
    const outer = currentTask() as Task;
    let seen: Context | undefined;
    const eager = function* () {
      seen = outer.getContext();
      name.set('eager');
      print(name.get(), seen.get(name, 'nobody'));
      yield* sleep(0);
      print(name.get());
    };
    yield* createTask(eager(), { eagerStart: true });
    name.set('outer');
    print(name.get(), seen === outer.getContext(), seen?.get(name));
    new Context().run(() => {
      name.set('function');
      print(outer.getContext().get(name));
    });
    print(name.get());
  });
  expect(lines).toEqual([
    't=0 eager nobody',
    't=0 eager',
    't=0 outer True outer',
    't=0 outer',
    't=0 outer',
  ]);
});

test('what a callback sets is seen in the context of its handle, and by no other callback', async () => {
  const lines = await transcript(function* () {
    const loop = getRunningLoop();
    const first = loop.callSoon(() => name.set('first'));
    const second = loop.callSoon(() => print('second', name.get()));
    yield* sleep(0);
    print(first.getContext().get(name), second.getContext().get(name, 'nobody'), name.get());
    print(first.getContext() === second.getContext());
  });
  expect(lines).toEqual(['t=0 second nobody', 't=0 first nobody nobody', 't=0 False']);
});

test(
  'reset takes tokens only',
  isolated(() => {
    const variable = new ContextVar<number>('variable');
    expect(caught(() => variable.reset(1 as never))).toBe(
      'TypeError: expected an instance of Token, got 1',
    );
  }),
);

test(
  'the error of a variable without a value has the variable as its argument',
  isolated(() => {
    const variable = new ContextVar<number>('variable');
    try {
      variable.get();
    } catch (error) {
      expect(repr(error)).toBe("LookupError(<ContextVar name='variable'>)");
    }
    expect.assertions(1);
  }),
);

test('a context says what it is', () => {
  expect(String(copyContext())).toBe('<_contextvars.Context object>');
});

test(
  'a token knows its variable and the value before',
  isolated(() => {
    const variable = new ContextVar<number>('variable');
    const [first, second] = [variable.set(1), variable.set(2)];
    expect([first.var, first.oldValue]).toEqual([variable, Token.MISSING]);
    expect([second.var, second.oldValue]).toEqual([variable, 1]);
  }),
);

test(
  'a context is walked through in the order in which its variables got their values',
  isolated(() => {
    const [first, second] = [new ContextVar<number>('first'), new ContextVar<string>('second')];
    second.set('a');
    const token = first.set(1);
    const context = copyContext();
    first.reset(token);
    expect([...context]).toEqual([second, first]);
    expect([...context.keys()]).toEqual([second, first]);
    expect([...context.values()]).toEqual(['a', 1]);
    expect([...context.items()]).toEqual([
      [second, 'a'],
      [first, 1],
    ]);
    expect([...copyContext()]).toEqual([second]);
  }),
);

test('a context cannot be awaited', async () => {
  const main = () => copyContext() as never;
  await expect(transcript(main)).rejects.toThrow('an awaitable is required');
});

test('contexts know variables, which have names', () => {
  const context = copyContext();
  const refusal = "TypeError: a ContextVar key was expected, got 'user'";
  expect(caught(() => context.get('user' as never))).toBe(refusal);
  expect(caught(() => context.has('user' as never))).toBe(refusal);
  expect(caught(() => new ContextVar(1 as never))).toBe(
    'TypeError: context variable name must be a str',
  );
});
