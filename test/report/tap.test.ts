import { type FinalResults, Parser, type Result } from 'tap-parser';
import { expect, test } from 'vitest';
import type { Results } from '../../src/lab/result.js';
import { tap } from '../../src/report/tap.js';
import { everything, facts, nasty, results, scenario, variant } from './results.js';
import { styleIn } from './style.js';
import { written } from './written.js';

function tapOf(all: Results): string {
  return written(tap(facts, styleIn('en')), all);
}

test('a TAP parser reads it strictly and counts the same', () => {
  const parser = new Parser({ strict: true });
  const counts = new Map<string, number[]>();
  parser.on('child', (child: Parser) => {
    child.on('complete', ({ count, pass, fail, skip }: FinalResults) => {
      counts.set(child.name, [count, pass, fail, skip]);
    });
  });
  parser.end(tapOf(everything));
  const { count, pass, fail, failures } = parser.results ?? {};
  expect({ count, pass, fail }).toEqual({ count: 6, pass: 2, fail: 4 });
  expect(failures?.filter((it) => it.tapError !== null)).toEqual([]);
  expect(Object.fromEntries(counts)).toEqual({
    hello: [1, 1, 0, 0],
    gather: [2, 1, 1, 0],
    flaky: [1, 1, 0, 0],
    hang: [2, 1, 1, 1],
    nasty: [1, 0, 1, 0],
  });
});

test('diagnostics are read as they were', () => {
  const parser = new Parser({ strict: true });
  const messages: unknown[] = [];
  parser.on('child', (child: Parser) => {
    child.on('assert', ({ diag }: Result) => messages.push(diag?.message));
  });
  parser.end(tapOf(everything));
  expect(messages.filter((it) => it !== undefined)).toEqual([
    expect.stringMatching(
      /^the first difference is in line 10: .* \(scenarios\/gather.ts:14\); CPython/,
    ),
    'it blocked its process, which was ended after 5 s: an endless loop?',
    expect.stringContaining('::error::boo ##[error]boo \\x1b[2J'),
  ]);
});

test('no name is a directive', () => {
  const parser = new Parser({ strict: true });
  const names: string[] = [];
  parser.on('assert', ({ name, skip, todo }: Result) => names.push(`${name} ${skip} ${todo}`));
  parser.end(
    tapOf(results(scenario('one # SKIP', variant()), scenario('two \\# TODO x', variant()))),
  );
  expect(parser.results?.ok).toBe(true);
  expect(names).toEqual(['one # SKIP false false', 'two \\# TODO x false false']);
});

test('a run that was interrupted bails out', () => {
  const bailed: unknown[] = [];
  const parser = new Parser();
  parser.on('bailout', (reason) => bailed.push(reason));
  parser.end(tapOf({ ...results(scenario('one', variant())), interrupted: true }));
  expect(bailed).toEqual(['interrupted']);
});

test('no line is a command of GitHub', () => {
  expect(nasty).toContain('##[');
  expect(tapOf(everything)).not.toMatch(/^\s*::|##\[/m);
});
