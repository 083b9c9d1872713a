import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { placeOfVariant } from '../../src/lab/place-of-variant.js';

const folder = await mkdtemp(join(tmpdir(), 'place-'));
afterAll(() => rm(folder, { recursive: true }));

const scenario = `
const once = { once: 1 };
export default defineScenario({
  variants: {
    once: { about: 'once' },
    'not-twice': {
      about: 'called like the first: once',
    },
    thrice() {},
  },
});
`;

test.each([
  ['once', 5],
  ['not-twice', 6],
  ['thrice', 9],
])('a variant is where its property is: %s', (name, line) => {
  const path = join(folder, 'mine.ts');
  writeFileSync(path, scenario);
  expect(placeOfVariant(path, name)).toBe(`${path}:${line}`);
});

test('of a variant that is made elsewhere the file is known', () => {
  const path = join(folder, 'mine.ts');
  writeFileSync(path, scenario);
  expect(placeOfVariant(path, 'made')).toBe(path);
  expect(placeOfVariant(join(folder, 'gone.ts'), 'once')).toBe(join(folder, 'gone.ts'));
});
