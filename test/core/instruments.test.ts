import { expect, test } from 'vitest';
import {
  coroutine,
  createTask,
  type Instrument,
  newEventLoop,
  print,
  run,
  sleep,
  virtualHost,
  withHost,
} from '../../src/index.js';
import { programTranscript } from '../asyncio/transcript.js';

const main = coroutine(function* main() {
  yield* createTask(sleep(1));
  print('main');
});

/** An observer that notes each hook that is called. */
function noting(names: string[]): Instrument {
  return new Proxy<Instrument>({}, { get: (_, hook) => () => names.push(String(hook)) });
}

test('an observer is told what the loop does, in order', async () => {
  const names: string[] = [];
  await programTranscript(() => run(main(), { observer: noting(names) }));
  const events = names.filter((name) => name !== 'iterationBegun' && name !== 'handleScheduled');
  expect(events.slice(0, events.indexOf('linePrinted') + 3)).toEqual([
    'loopCreated',
    'taskCreated',
    'stepBegun',
    'taskCreated',
    'taskWaits',
    'stepEnded',
    'stepBegun',
    'timerScheduled',
    'taskWaits',
    'stepEnded',
    'timeJumped',
    'taskWoken',
    'stepBegun',
    'taskDone',
    'taskWoken',
    'stepEnded',
    'stepBegun',
    'linePrinted',
    'taskDone',
    'stepEnded',
  ]);
  expect(events.at(-1)).toBe('loopClosed');
});

test('an observer has the hooks that it needs and no other', async () => {
  const created: string[] = [];
  const observer: Instrument = { taskCreated: (_, task) => created.push(task.getName()) };
  await programTranscript(() => run(main(), { observer }));
  expect(created.slice(0, 2)).toEqual(['Task-1', 'Task-2']);
});

test('a hook is called as a method of its observer', async () => {
  class Counter implements Instrument {
    jumps = 0;
    timeJumped() {
      this.jumps += 1;
    }
  }
  const counter = new Counter();
  await programTranscript(() => run(main(), { observer: counter }));
  expect(counter.jumps).toBe(1);
});

test('an observer that throws is removed and reported, and the program goes on', async () => {
  const names: string[] = [];
  const bad: Instrument = {
    stepBegun() {
      names.push('stepBegun');
      throw new Error('oops');
    },
    stepEnded: () => names.push('stepEnded'),
  };
  const lines = await programTranscript(() => run(main(), { observer: bad }));
  expect(lines).toEqual([
    'warning: observer removed: its stepBegun hook threw Error: oops',
    't=1 main',
  ]);
  expect(names).toEqual(['stepBegun']);
});

test('the others go on watching when one is removed', async () => {
  const warnings: string[] = [];
  const names: string[] = [];
  const host = virtualHost({ output: { print: () => {}, warn: (text) => warnings.push(text) } });
  const bad: Instrument = {
    loopCreated() {
      throw new Error('oops');
    },
  };
  await withHost(host, () => run(main(), { observer: bad }), { observer: noting(names) });
  expect(warnings).toEqual(['observer removed: its loopCreated hook threw Error: oops']);
  expect(names.at(-1)).toBe('loopClosed');
});

test('withHost gives its observer to every loop that is made inside', async () => {
  const loops = new Set<unknown>();
  const observer: Instrument = { loopCreated: (loop) => loops.add(loop) };
  const program = async () => {
    const loop = newEventLoop();
    loop.close();
    await run(sleep(1));
  };
  await withHost(virtualHost(), program, { observer });
  expect(loops.size).toBe(2);
});

test('a loop that nobody watches has no instruments', () => {
  const loop = newEventLoop({ clock: 'virtual' });
  loop.close();
  expect(loop.instruments).toBeUndefined();
});
