import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Watched } from '../../../src/lab/check/watched.js';
import type { Location } from '../../../src/lab/locate.js';
import type { ScenarioResult } from '../../../src/lab/result.js';

const folder = join('/', 'nowhere');
const at = (name: string): Location => {
  const path = join(folder, `${name}.ts`);
  return { name, path, source: path, mayBeHelper: true };
};
const passed = ({ name, source }: Location): ScenarioResult => ({
  name,
  source,
  status: 'pass',
  variants: [],
});
const names = (locations: readonly Location[]) => locations.map(({ name }) => name).join(' ');
const changed = (...files: string[]) => new Set(files.map((file) => join(folder, file)));

function watchedOf(...all: string[]): Watched {
  const watched = new Watched();
  watched.locate(all.map(at));
  watched.note(all.map(at), all.map(at).map(passed));
  return watched;
}

test('a module and what lies beside it touch the scenario', () => {
  const watched = watchedOf('a', 'b');
  expect(names(watched.touchedBy(changed('b.ts')))).toBe('b');
  expect(names(watched.touchedBy(changed('a.expected.json', 'b.cpython.json')))).toBe('a b');
  expect(names(watched.touchedBy(changed('c.ts', 'a.txt')))).toBe('');
});

test('whatever changes may mend what could not be loaded', () => {
  const watched = watchedOf('a', 'b');
  const problem = { type: 'throws', path: 'a.ts', error: 'SyntaxError' } as const;
  watched.note([at('a')], [{ ...passed(at('a')), status: 'fail', problem }]);
  expect(names(watched.touchedBy(changed('c.txt')))).toBe('a');
});

test('modules come and go, and helpers have no results', () => {
  const watched = watchedOf('a', 'b');
  expect(names(watched.locate(['b', 'c'].map(at)))).toBe('c');
  expect(names(watched.locations)).toBe('b c');
  watched.note([at('c'), at('a')], [passed(at('a'))]);
  expect(watched.results.map(({ name }) => name)).toEqual(['b']);
});
