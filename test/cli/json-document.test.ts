/** Whoever adds a field to a report for scripts says in `docs/json.md` what it holds. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { asyncioLab, folderWith } from './command.js';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

const described = new Set(
  Array.from(read('docs/json.md').matchAll(/`([^`\n]+)`|"(\w+)":/g), ([, code, field]) =>
    (code ?? field ?? '').match(/\w+(?:-\w+)*/g),
  ).flatMap((words) => words ?? []),
);

const missingOf = (names: readonly string[]) => names.filter((name) => !described.has(name));

describe('docs/json.md names every field', () => {
  test.each(['src/report/json.ts', 'src/report/compare-json.ts'])('of %s', (path) => {
    const fields = Array.from(read(path).matchAll(/readonly (\w+)\??:/g), ([, name = '']) => name);
    expect(fields.length).toBeGreaterThan(10);
    expect(missingOf(fields)).toEqual([]);
  });

  test('of what the lists and the judging of exercises print', async () => {
    const workshop = folderWith();
    await asyncioLab(['exercise', 'init', workshop]);
    const reports = await Promise.all([
      asyncioLab(['list', '--json']),
      asyncioLab(['check', '--list', '--json']),
      asyncioLab(['exercise', 'list', '--json'], { cwd: workshop }),
      asyncioLab(['exercise', 'check', 'two-at-once', '--json'], { cwd: workshop }),
    ]);
    const fields = reports.flatMap(({ stdout }) => fieldsIn(JSON.parse(stdout)));
    expect(fields).toEqual(expect.arrayContaining(['claim', 'path', 'kind', 'isSame']));
    expect(missingOf(fields)).toEqual([]);
  });

  test('of a fault its kind', () => {
    const faults = /export type Fault =.*?;\n\n/s.exec(read('src/lab/result.ts'))?.[0] ?? '';
    const kinds = Array.from(faults.matchAll(/type: '([\w-]+)'/g), ([, kind = '']) => kind);
    expect(kinds.length).toBeGreaterThan(10);
    expect(missingOf(kinds)).toEqual([]);
  });
});

function fieldsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const names = Array.isArray(value) ? [] : Object.keys(value);
  return [...names, ...Object.values(value).flatMap(fieldsIn)];
}
