import { expect, test } from 'vitest';
import { paintOf, plain } from '../../src/report/paint.js';

test('without colours there is no escape sequence', async () => {
  expect(await paintOf(0)).toBe(plain);
  expect(plain.task('Task-1')('hello')).toBe('hello');
});

test('neighbouring tasks have different colours, and each keeps its own', async () => {
  const { task } = await paintOf(1);
  const colours = [1, 2, 3, 4, 5, 6].map((number) => task(`Task-${number}`)('x'));
  expect(new Set(colours).size).toBe(6);
  expect(task('Task-1')('x')).toBe(colours[0]);
  expect(task('worker')('x')).toContain('\x1b[');
});
