import { expect, test } from 'vitest';
import { dot } from '../../src/report/dot.js';
import { everything, facts, results, scenario, variant } from './results.js';
import { styleIn } from './style.js';
import { written } from './written.js';

test('each variant is a sign, and what differs comes at the end', () => {
  const lines = written(dot(facts, styleIn('en')), everything).split('\n');
  expect(lines[0]).toBe('··✗!✗✗–✗');
  expect(lines.filter((line) => /^ [✗!]/.test(line))).toEqual([
    ' ✗ gather/gather',
    ' ! flaky/main  flaky: as expected at attempt 2 only',
    ' ✗ broken',
    ' ✗ hang/loop',
    ' ✗ nasty/main',
  ]);
});

test('a line of signs is as wide as the terminal', () => {
  const many = results(
    ...Array.from({ length: 100 }, (_, index) => scenario(`s${index}`, variant())),
  );
  const lines = written(dot(facts, styleIn('en')), many).split('\n');
  expect(lines.map((line) => line.length).slice(0, 3)).toEqual([80, 20, 0]);
});
