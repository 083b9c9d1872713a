/** The pitfalls are pairs, of which the right one does what the wrong one fails to do. */

import { describe, expect, test } from 'vitest';
import { builtInsNamed } from '../../src/lab/builtins.js';
import { findScenarios } from '../../src/lab/find.js';

const found = await findScenarios(builtInsNamed('pitfalls'));

describe.each(found)('$name', ({ scenario, recording }) => {
  const { wrong, right } = recording?.variants ?? {};

  test('shows the wrong way, then the right one', () => {
    expect(Object.keys(scenario.variants)).toEqual(['wrong', 'right']);
  });

  test('has another outcome when it is done right', () => {
    const lines = [wrong, right].map((variant) => variant?.lines.map(({ t, text }) => [t, text]));
    expect(lines[0]).not.toEqual(lines[1]);
  });

  test('leaves nothing behind when it is done right', () => {
    expect(right).toMatchObject({ outcome: { type: 'return' } });
    expect(right).not.toHaveProperty('warnings');
    expect(right).not.toHaveProperty('pending');
  });
});

test('wrong ones leave warnings and tasks behind, as CPython tells', () => {
  const left = found.flatMap(({ name, recording }) => {
    const { warnings = [], pending = [] } = recording?.variants.wrong ?? {};
    return [...warnings, ...pending].map((what) => `${name}: ${what}`);
  });
  expect(left).toEqual([
    "pitfalls/never-awaited: RuntimeWarning: coroutine 'admits' was never awaited",
    "pitfalls/never-awaited: RuntimeWarning: coroutine 'admits' was never awaited",
    'pitfalls/lost-task: Task exception was never retrieved',
    'pitfalls/lost-task: Task-4',
    'pitfalls/shield: Task-3',
  ]);
});
