import { beforeEach, expect, test } from 'vitest';
import * as library from '../../../src/index.js';
import { callsSoFar, forgetCalls } from '../../../src/lab/exercise/calls.js';
import * as watched from '../../../src/lab/exercise/watched-library.js';

beforeEach(forgetCalls);

const named = library as Readonly<Record<string, unknown>>;
const namedWatched = watched as Readonly<Record<string, unknown>>;

/** What no exercise requires or forbids: errors, and what is for tools. */
const plain = [
  'AsCompleted',
  'Context',
  'Coroutine',
  'EventLoop',
  'FrameCallGraphEntry',
  'FutureCallGraph',
  'Handle',
  'Process',
  'Recorder',
  'Server',
  'StreamReader',
  'StreamWriter',
  'TimerHandle',
  'Token',
  'createEagerTaskFactory',
  'createSubprocessExec',
  'createSubprocessShell',
  'defineExercise',
  'defineExerciseSet',
  'defineScenario',
  'eagerTaskFactory',
  'openUnixConnection',
  'realHost',
  'startUnixServer',
  'virtualHost',
  'withHost',
];

test('it exports the same names as the library', () => {
  expect(Object.keys(watched).toSorted()).toEqual(Object.keys(library).toSorted());
});

test('it counts the calls of all that an exercise may be about', () => {
  const uncounted = Object.keys(library).filter((name) => {
    const original = named[name];
    const isError = typeof original === 'function' && original.prototype instanceof Error;
    return typeof original === 'function' && !isError && namedWatched[name] === original;
  });
  expect(uncounted.toSorted()).toEqual(plain);
});

test('a function is counted under its name, and does what it does', async () => {
  const main = watched.coroutine(function* main() {
    return yield* watched.gather(watched.sleep(0, 'a'), watched.sleep(0, 'b'));
  });
  expect(await watched.run(main())).toEqual(['a', 'b']);
  const counts = Array.from(callsSoFar(), ([name, { count }]) => [name, count]);
  expect(Object.fromEntries(counts)).toEqual({ coroutine: 1, gather: 1, run: 1, sleep: 2 });
});

test('a class makes objects of the same class', () => {
  const lock = new watched.Lock();
  expect(lock).toBeInstanceOf(library.Lock);
  expect(lock).toBeInstanceOf(watched.Lock);
  expect(callsSoFar().get('Lock')?.count).toBe(1);
});

test('a class can be extended', () => {
  class Own extends watched.Queue<number> {}
  const own = new Own();
  expect(own).toBeInstanceOf(Own);
  expect(own).toBeInstanceOf(library.Queue);
});

test('a coroutine function is one, and has its name', () => {
  const main = watched.coroutine(function* main() {});
  expect(library.isCoroutineFunction(main)).toBe(true);
  expect(main.name).toBe('main');
});
