import { describe, expect, test } from 'vitest';
import { Alignment, type AlignmentRules, type JudgedLine } from '../../src/lab/alignment.js';
import type { ExecutedLine } from '../../src/lab/execution.js';
import type { ExpectedLine } from '../../src/lab/expectation.js';

const exact: AlignmentRules = { tolerance: () => 0.75e-9, threadsRace: false };
const racing: AlignmentRules = { tolerance: () => 0.1, threadsRace: true };

type Line = readonly [t: number, text: string, who?: string];

function align(expected: readonly ExpectedLine[], actual: readonly ExecutedLine[], rules = exact) {
  const alignment = new Alignment(expected, rules);
  const shown = [...actual.flatMap((line) => alignment.add(line)), ...alignment.end()];
  return { shown: shown.map(describeLine), log: alignment.log.map(describeLine) };
}

function describeLine({ state, actual, expected }: JudgedLine): string {
  const text = actual?.text ?? expected?.text;
  return state === 'differs' ? `differs ${text} / ${expected?.text}` : `${state} ${text}`;
}

const wanted = (...lines: Line[]): ExpectedLine[] =>
  lines.map(([t, text, task]) => ({ t, text, task: task ?? null }));

const printed = (...lines: Line[]): ExecutedLine[] =>
  lines.map(([t, text, task]) => ({ t, text, ...(task !== undefined && { task }) }));

const byThread = (t: number, text: string, thread: string): ExecutedLine => ({ t, text, thread });

const abc = wanted([1, 'a'], [2, 'b'], [3, 'c']);

describe('lines one after the other', () => {
  test('all as expected', () => {
    const { shown, log } = align(abc, printed([1, 'a'], [2, 'b'], [3, 'c']));
    expect(shown).toEqual(['ok a', 'ok b', 'ok c']);
    expect(log).toEqual(shown);
  });

  test('a nanosecond too late is late, and too early is early', () => {
    const { log } = align(abc, printed([1.000000001, 'a'], [1.999999999, 'b'], [3, 'c']));
    expect(log).toEqual(['late a', 'early b', 'ok c']);
  });

  test('an instant that is not expected is not judged', () => {
    const { log } = align([{ text: 'a' }, { text: 'b' }], printed([7, 'a', 'Task-1'], [9, 'b']));
    expect(log).toEqual(['ok a', 'ok b']);
  });

  test('another task, or none where one should have printed it', () => {
    const expected = wanted([1, 'a', 'Task-2'], [1, 'b', 'Task-3'], [1, 'c']);
    const { log } = align(expected, printed([1, 'a', 'Task-3'], [1, 'b'], [1, 'c', 'Task-1']));
    expect(log).toEqual(['task a', 'task b', 'task c']);
  });
});

describe('lines that differ', () => {
  test('a missing line is shown in its place when a later one arrives', () => {
    const alignment = new Alignment(abc, exact);
    alignment.add({ t: 1, text: 'a' });
    const now = alignment.add({ t: 3, text: 'c' });
    expect(now.map(describeLine)).toEqual(['missing b', 'ok c']);
  });

  test('lines missing at the end are shown at the end', () => {
    const { log } = align(abc, printed([1, 'a']));
    expect(log).toEqual(['ok a', 'missing b', 'missing c']);
  });

  test('an extra line is one more', () => {
    const { log } = align(abc, printed([1, 'a'], [1.5, 'x'], [2, 'b'], [3, 'c'], [3, 'y']));
    expect(log).toEqual(['ok a', 'extra x', 'ok b', 'ok c', 'extra y']);
  });

  test('another text in the place of the expected one differs from it', () => {
    const { shown, log } = align(abc, printed([1, 'a'], [2, 'B'], [3, 'c']));
    expect(shown).toEqual(['ok a', 'differs B / b', 'ok c']);
    expect(log).toEqual(shown);
  });

  test('a stranger that the expected line follows was only one more', () => {
    const { shown, log } = align(abc, printed([1, 'a'], [2, 'x'], [2, 'b'], [3, 'c']));
    expect(shown).toEqual(['ok a', 'differs x / b', 'ok b', 'ok c']);
    expect(log).toEqual(['ok a', 'extra x', 'ok b', 'ok c']);
  });

  test('of two lines swapped, one is first missed and then found moved', () => {
    const expected = wanted([1, 'a'], [1, 'b'], [1, 'c']);
    const { shown, log } = align(expected, printed([1, 'a'], [1, 'c'], [1, 'b']));
    expect(shown).toEqual(['ok a', 'missing b', 'ok c', 'moved b']);
    expect(log).toEqual(['ok a', 'ok c', 'moved b']);
  });

  test('a line that comes before others are due has moved, and they are not missing', () => {
    const { log } = align(abc, printed([1, 'c'], [1, 'a'], [2, 'b']));
    expect(log).toEqual(['moved c', 'ok a', 'ok b']);
  });

  test('equal texts are taken in order', () => {
    const expected = wanted([0, 'x'], [1, 'x'], [2, 'x']);
    expect(align(expected, printed([0, 'x'], [1, 'x'], [2, 'x'])).log).toEqual([
      'ok x',
      'ok x',
      'ok x',
    ]);
    expect(align(expected, printed([0, 'x'], [1, 'x'])).log).toEqual(['ok x', 'ok x', 'missing x']);
  });

  test('a line that has no place is kept without a verdict', () => {
    const alignment = new Alignment(abc, exact);
    alignment.addUnjudged({ t: 1, text: 'cleanup' });
    expect(alignment.log.map(describeLine)).toEqual(['unjudged cleanup']);
  });
});

describe('lines that vary', () => {
  const id = (t: number, number: number): ExpectedLine => ({
    t,
    text: 'id <id>',
    task: null,
    pattern: /^id (?<thread>\d+)$/,
    groups: { thread: number },
  });

  test('the pattern decides', () => {
    expect(align([id(0, 1)], printed([0, 'id 17'])).log).toEqual(['ok id 17']);
    expect(align([id(0, 1)], printed([0, 'id x'])).log).toEqual(['differs id x / id <id>']);
  });

  test('one identity stays one, and two stay two', () => {
    const one = [id(0, 1), id(1, 1)];
    const two = [id(0, 1), id(1, 2)];
    expect(align(one, printed([0, 'id 5'], [1, 'id 5'])).log).toEqual(['ok id 5', 'ok id 5']);
    expect(align(one, printed([0, 'id 5'], [1, 'id 6'])).log).toEqual(['ok id 5', 'identity id 6']);
    expect(align(two, printed([0, 'id 5'], [1, 'id 6'])).log).toEqual(['ok id 5', 'ok id 6']);
    expect(align(two, printed([0, 'id 5'], [1, 'id 5'])).log).toEqual(['ok id 5', 'identity id 5']);
  });
});

describe('threads on a real clock', () => {
  const expected = [
    ...wanted([0, 'one'], [0, 'two'], [0, 'main', 'Task-1']),
    ...wanted([1, 'end', 'Task-1']),
  ];

  test('lines of threads at one instant come in any order', () => {
    const actual = [
      byThread(0.01, 'two', 'asyncio_1'),
      ...printed([0.02, 'main', 'Task-1']),
      byThread(0.03, 'one', 'asyncio_0'),
      ...printed([1, 'end', 'Task-1']),
    ];
    expect(align(expected, actual, racing).shown).toEqual([
      'ok two',
      'ok main',
      'ok one',
      'ok end',
    ]);
  });

  test('what never comes is missing once the next instant begins', () => {
    const actual = [...printed([0, 'main', 'Task-1'], [1, 'end', 'Task-1'])];
    expect(align(expected, actual, racing).shown).toEqual([
      'ok main',
      'missing one',
      'missing two',
      'ok end',
    ]);
  });

  test('tasks that wait for threads end in any order, or for one another', () => {
    const both = wanted([4, 'done', 'Task-2'], [4, 'done', 'Task-3']);
    const swapped = printed([4.01, 'done', 'Task-3'], [4.02, 'done', 'Task-2']);
    expect(align(both, swapped, racing).log).toEqual(['ok done', 'ok done']);
    const twice = printed([4.01, 'done', 'Task-3'], [4.02, 'done', 'Task-3']);
    expect(align(both, twice, racing).log).toEqual(['ok done', 'ok done']);
    const stranger = printed([4.01, 'done', 'Task-9'], [4.02, 'done', 'Task-3']);
    expect(align(both, stranger, racing).log).toEqual(['task done', 'ok done']);
    expect(align(both, printed([4, 'done', 'Task-3'], [4, 'done', 'Task-2'])).log).toEqual([
      'task done',
      'task done',
    ]);
  });

  test('the lines of one task keep their order, and other instants theirs', () => {
    const one = wanted([4, 'a', 'Task-2'], [4, 'b', 'Task-2']);
    expect(align(one, printed([4, 'b', 'Task-2'], [4, 'a', 'Task-2']), racing).log).toEqual([
      'ok b',
      'moved a',
    ]);
    const two = wanted([4, 'a', 'Task-2'], [4.05, 'b', 'Task-3']);
    expect(align(two, printed([4, 'b', 'Task-3'], [4, 'a', 'Task-2']), racing).log).toEqual([
      'ok b',
      'moved a',
    ]);
  });

  test('elsewhere their order is exact', () => {
    const actual = [byThread(0, 'two', 'asyncio_1'), byThread(0, 'one', 'asyncio_0')];
    expect(align(expected.slice(0, 2), actual).log).toEqual(['ok two', 'moved one']);
  });
});
