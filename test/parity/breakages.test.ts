/** `npm run break-kernel` can break the sources as they are now, in each of its ways. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { breakages } from './breakages.js';

it.each(breakages)('$name: can be broken', ({ file, from, to }) => {
  const source = readFileSync(new URL(`../../src/${file}`, import.meta.url), 'utf8');
  expect(source.split(from)).toHaveLength(2);
  expect(to).not.toBe(from);
});
