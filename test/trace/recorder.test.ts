import { expect, test } from 'vitest';
import {
  coroutine,
  createTask,
  currentTask,
  Future,
  getRunningLoop,
  print,
  Recorder,
  run,
  sleep,
  type TraceEvent,
  toThread,
  ValueError,
} from '../../src/index.js';
import { programTranscript } from '../asyncio/transcript.js';
import { hardWork } from '../hosts/fixtures/work.js';

/** What is recorded of a coroutine until it has ended, but for iterations and handles. */
async function recorded(main: () => Parameters<typeof run>[0]): Promise<TraceEvent[]> {
  const recorder = new Recorder();
  await programTranscript(() => run(main(), { observer: recorder }));
  const { events } = recorder;
  const isDone = (event: TraceEvent) => event.type === 'task done' && event.task === 'Task-1';
  return events
    .slice(0, events.findIndex(isDone) + 1)
    .filter(({ type }) => type !== 'iteration begun' && type !== 'handle scheduled');
}

test('the steps of a task, what it waits for, and what wakes it', async () => {
  const events = await recorded(
    coroutine(function* main() {
      yield* sleep(1.5);
      print('hello');
      yield* sleep(0);
    }),
  );
  expect(events).toEqual([
    { time: 0, type: 'loop created' },
    { time: 0, type: 'task created', task: 'Task-1', coroutine: 'main' },
    { time: 0, type: 'step begun', task: 'Task-1' },
    {
      time: 0,
      type: 'timer scheduled',
      handle: '<TimerHandle when=1.5 _set_result_unless_cancelled()>',
      when: 1.5,
    },
    { time: 0, type: 'task waits', task: 'Task-1', for: 'sleep(1.5)' },
    { time: 0, type: 'step ended', task: 'Task-1' },
    { time: 1.5, type: 'time jumped', from: 0 },
    { time: 1.5, type: 'task woken', task: 'Task-1', for: 'sleep(1.5)' },
    { time: 1.5, type: 'step begun', task: 'Task-1' },
    { time: 1.5, type: 'line printed', text: 'hello', task: 'Task-1' },
    { time: 1.5, type: 'task waits', task: 'Task-1', for: 'its turn' },
    { time: 1.5, type: 'step ended', task: 'Task-1' },
    { time: 1.5, type: 'step begun', task: 'Task-1' },
    { time: 1.5, type: 'task done', task: 'Task-1', outcome: 'result' },
  ]);
});

test('tasks that end with a result, with an exception, or cancelled', async () => {
  const events = await recorded(function* () {
    const failing = coroutine(function* failing() {
      throw new ValueError('no');
    });
    createTask(sleep(0), { name: 'good' });
    createTask(failing(), { name: 'bad' }).addDoneCallback((task) => task.exception());
    const task = createTask(sleep(5), { name: 'cancelled' });
    yield* sleep(0);
    task.cancel('why');
    yield* sleep(1);
    currentTask()?.cancel();
    currentTask()?.uncancel();
  });
  expect(events.filter(({ type }) => type === 'task done')).toEqual([
    { time: 0, type: 'task done', task: 'bad', outcome: 'exception' },
    { time: 0, type: 'task done', task: 'good', outcome: 'result' },
    { time: 0, type: 'task done', task: 'cancelled', outcome: 'cancelled' },
    { time: 1, type: 'task done', task: 'Task-1', outcome: 'result' },
  ]);
  expect(events.filter(({ type }) => type === 'cancel requested')).toEqual([
    { time: 0, type: 'cancel requested', task: 'cancelled', message: 'why' },
    { time: 1, type: 'cancel requested', task: 'Task-1' },
  ]);
});

test('who waits for whom', async () => {
  const events = await recorded(function* () {
    const inner = createTask(sleep(1), { name: 'inner' });
    yield* inner;
    const future = new Future();
    getRunningLoop().callSoon(() => future.setResult(1));
    yield* future;
  });
  const ofMain = events.filter((event) => 'for' in event && event.task === 'Task-1');
  expect(ofMain).toEqual([
    { time: 0, type: 'task waits', task: 'Task-1', for: 'inner' },
    { time: 1, type: 'task woken', task: 'Task-1', for: 'inner' },
    { time: 1, type: 'task waits', task: 'Task-1', for: 'a Future' },
    { time: 1, type: 'task woken', task: 'Task-1', for: 'a Future' },
  ]);
});

test('threads, their functions and their lines', async () => {
  const events = await recorded(function* () {
    yield* toThread(hardWork, 2);
    hardWork(1);
  });
  const ofThreads = events.filter(({ type }) => /^thread|^function|^line/.test(type));
  expect(ofThreads).toEqual([
    { time: 0, type: 'thread begun', thread: 'asyncio_0', name: 'hardWork' },
    { time: 0, type: 'line printed', text: 'works for 2', thread: 'asyncio_0' },
    { time: 2, type: 'line printed', text: 'worked for 2', thread: 'asyncio_0' },
    { time: 2, type: 'function ended', name: 'hardWork' },
    { time: 2, type: 'thread ended', thread: 'asyncio_0', name: 'hardWork' },
    { time: 2, type: 'line printed', text: 'works for 1', task: 'Task-1' },
    { time: 3, type: 'function ended', name: 'blockingSleep' },
    { time: 3, type: 'line printed', text: 'worked for 1', task: 'Task-1' },
    { time: 3, type: 'function ended', name: 'hardWork' },
  ]);
});

test('iterations, handles, and the end of the loop', async () => {
  const recorder = new Recorder();
  const main = function* () {
    getRunningLoop().callSoon(print, 'soon');
    yield* sleep(0);
  };
  await programTranscript(() => run(main(), { observer: recorder }));
  const { events } = recorder;
  expect(events).toContainEqual({ time: 0, type: 'handle scheduled', handle: '<Handle print()>' });
  expect(events.filter(({ type }) => type === 'iteration begun').length).toBeGreaterThan(2);
  expect(events.at(-1)).toEqual({ time: 0, type: 'loop closed' });
});

test('a trace is plain data', async () => {
  const events = await recorded(function* () {
    yield* toThread(hardWork, 1);
  });
  expect(JSON.parse(JSON.stringify(events))).toEqual(events);
});
