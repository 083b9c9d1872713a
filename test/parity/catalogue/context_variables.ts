/** A context variable has a value of its own in each task, which begins with a copy of others. */

import {
  ContextVar,
  copyContext,
  coroutine,
  createTask,
  type Future,
  gather,
  getRunningLoop,
  LookupError,
  print,
  sleep,
} from 'asyncio-lab';

/** What a task sets is seen by nobody but itself: it works on a copy. */
export const copyForEachTask = coroutine(function* copyForEachTask() {
  const user = new ContextVar('user', { default: 'nobody' });

  const login = coroutine(function* login(name: string) {
    user.set(name);
    yield* sleep(1);
    print('task:', user.get());
  });

  yield* gather(login('Ann'), login('Bob'));
  print('main:', user.get());
});

/** A task sees what was set before it was made, not what is set later. */
export const copyAtTheStart = coroutine(function* copyAtTheStart() {
  const user = new ContextVar('user', { default: 'nobody' });

  const work = coroutine(function* work() {
    print('task:', user.get());
  });

  user.set('Ann');
  const task = createTask(work());
  user.set('Bob');
  yield* task;
  print('main:', user.get());
});

/** An awaited coroutine is part of the same task: what it sets stays set. */
export const awaitSharesTheContext = coroutine(function* awaitSharesTheContext() {
  const user = new ContextVar('user', { default: 'nobody' });

  const login = coroutine(function* login() {
    user.set('Ann');
  });

  yield* login();
  print(user.get());
  user.set('nobody again');
  yield* createTask(login());
  print(user.get());
});

/** set() gives a token that brings the value before it back. */
export const resetByAToken = coroutine(function* resetByAToken() {
  const level = new ContextVar('level', { default: 0 });
  const token = level.set(1);
  print(level.get());
  level.reset(token);
  print(level.get());
});

/** A variable that was never set and has no default has no value. */
export const variableWithoutAValue = coroutine(function* variableWithoutAValue() {
  const user = new ContextVar('user');
  try {
    user.get();
  } catch (error) {
    if (!(error instanceof LookupError)) throw error;
    print('no value,', user.get('but a fallback'));
  }
});

/** A callback runs in a copy of the context in which it was scheduled. */
export const contextOfACallback = coroutine(function* contextOfACallback() {
  const loop = getRunningLoop();
  const user = new ContextVar('user', { default: 'nobody' });

  function callback() {
    print('callback:', user.get());
    user.set('callback');
  }

  user.set('Ann');
  loop.callSoon(callback);
  user.set('Bob');
  yield* sleep(0);
  print('main:', user.get());
});

/** A task that is given a context works in it: what it sets can be seen there. */
export const taskInAGivenContext = coroutine(function* taskInAGivenContext() {
  const user = new ContextVar('user', { default: 'nobody' });
  const context = copyContext();

  const login = coroutine(function* login() {
    user.set('Ann');
  });

  yield* createTask(login(), { context });
  print(context.get(user), user.get());
});

/** run() calls a function inside a context and leaves the current one alone. */
export const functionInAContext = coroutine(function* functionInAContext() {
  const user = new ContextVar('user', { default: 'nobody' });
  const context = copyContext();

  function login(name: string) {
    user.set(name);
    return user.get();
  }

  print(context.run(login, 'Ann'), user.get());
  print(context.get(user));
});

/** A done callback runs in the context in which it was added. */
export const contextOfADoneCallback = coroutine(function* contextOfADoneCallback() {
  const user = new ContextVar('user', { default: 'nobody' });
  const future = getRunningLoop().createFuture();

  function callback(_done: Future) {
    print('callback:', user.get());
  }

  user.set('Ann');
  future.addDoneCallback(callback);
  user.set('Bob');
  future.setResult(undefined);
  yield* sleep(0);
});
