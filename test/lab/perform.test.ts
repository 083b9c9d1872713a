import { expect, test } from 'vitest';
import { coroutine, print, sleep } from '../../src/index.js';
import type { Found } from '../../src/lab/found.js';
import { perform, type Settings, type Watcher } from '../../src/lab/perform.js';
import type { Variant } from '../../src/lab/scenario.js';

const settings: Settings = { clock: { kind: 'virtual' }, timeLimit: 60 };

const sayAfter = (seconds: number) =>
  coroutine(function* main() {
    yield* sleep(seconds);
    print(`after ${seconds}`);
  });

function found(variants: Record<string, Variant>, name = 'mine'): Found {
  const scenario = { title: 'x', about: 'x', lesson: 'x', variants };
  return { name, scenario, module: import.meta.url, source: 'mine.ts' };
}

const two = found({
  slow: { about: 'x', main: sayAfter(2), expect: { elapsed: 2, lines: [[2, 'after 2']] } },
  fast: { about: 'x', main: sayAfter(1), expect: { lines: [[2, 'after 1']] } },
});

test('every variant is run and judged, and the watcher sees it happen', async () => {
  const events: string[] = [];
  const watcher: Watcher = {
    scenarioBegins: ({ name }) => events.push(`scenario ${name}`),
    variantBegins: ({ name }) => events.push(`variant ${name}`),
    line: ({ state, actual }) => events.push(`${state}: ${actual?.text}`),
    variantEnds: ({ status }) => events.push(status),
    scenarioEnds: (_, { status }) => events.push(`all: ${status}`),
  };
  const results = await perform([two], settings, watcher);
  expect(events).toEqual([
    'scenario mine',
    'variant slow',
    'ok: after 2',
    'pass',
    'variant fast',
    'early: after 1',
    'fail',
    'all: fail',
  ]);
  expect(results.scenarios.map(({ status }) => status)).toEqual(['fail']);
});

test('only the variants asked for are run, and there must be such', async () => {
  const other = found({ quick: { about: 'x', main: sayAfter(0) } }, 'other');
  const results = await perform([two, other], { ...settings, variants: ['slow'] });
  expect(results.scenarios).toMatchObject([{ name: 'mine', variants: [{ name: 'slow' }] }]);
  await expect(perform([two], { ...settings, variants: ['slwo'] })).rejects.toMatchObject({
    problem: { type: 'unknown-variant', name: 'slwo', nearest: ['slow'] },
  });
});

test('an interrupt skips what has not run', async () => {
  const controller = new AbortController();
  const { scenarios, interrupted } = await perform(
    [two, found({ third: { about: 'x', main: sayAfter(1) } }, 'other')],
    { ...settings, signal: controller.signal },
    { variantEnds: () => controller.abort() },
  );
  expect(interrupted).toBe(true);
  expect(scenarios.flatMap(({ variants }) => variants.map(({ status }) => status))).toEqual([
    'pass',
    'skip',
    'skip',
  ]);
});

test('the variant that runs when the interrupt comes is interrupted, and nothing new begins', async () => {
  const controller = new AbortController();
  const begun: string[] = [];
  // A program that blocks does not hear the signal; it is delivered some turns of Node's loop later.
  const block = () => {
    setImmediate(() => setImmediate(() => controller.abort()));
  };
  const variants = { block: { about: 'x', program: block }, next: { about: 'x', program: block } };
  const { scenarios } = await perform(
    [found(variants)],
    { ...settings, signal: controller.signal },
    { variantBegins: ({ name }) => begun.push(name) },
  );
  expect(begun).toEqual(['block']);
  expect(scenarios[0]?.variants).toMatchObject([
    { name: 'block', status: 'skip', interrupted: true },
    { name: 'next', status: 'skip' },
  ]);
  expect(scenarios[0]?.variants[1]).not.toHaveProperty('interrupted');
});
