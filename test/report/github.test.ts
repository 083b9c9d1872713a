import { describe, expect, test } from 'vitest';
import { github } from '../../src/report/github.js';
import { githubSummary } from '../../src/report/github-summary.js';
import { command, withoutCommands } from '../../src/report/workflow-commands.js';
import { everything, facts, nasty, results, scenario, variant } from './results.js';
import { styleIn } from './style.js';
import { written } from './written.js';

const style = styleIn('en');

/** Read a line as the runner does: the command, its properties and its message; `undefined` for text. */
function asRunner(line: string) {
  const [, name, list = '', message = ''] = /^\s*::(\w[\w-]*)(?: (.*?))?::(.*)$/.exec(line) ?? [];
  if (name === undefined) return line.includes('##[') ? 'an old command' : undefined;
  const unescaped = (text: string) =>
    text
      .replaceAll('%0D', '\r')
      .replaceAll('%0A', '\n')
      .replaceAll('%3A', ':')
      .replaceAll('%2C', ',')
      .replaceAll('%25', '%');
  const properties = list.split(',').map((pair) => pair.split(/=(.*)/s).slice(0, 2).map(unescaped));
  return { name, ...Object.fromEntries(properties), message: unescaped(message) };
}

describe('annotations', () => {
  const lines = written(
    github(facts, style, (path) => `packages/it/${path}`),
    everything,
  )
    .trimEnd()
    .split('\n');

  test('stand at the first line that differs, or at the top of the scenario', () => {
    expect(lines.map((line) => line.replace(/::(?!error|warning).*$/, ''))).toEqual([
      '::error file=packages/it/scenarios/gather.ts,line=14,title=gather/gather',
      '::warning file=packages/it/scenarios/flaky.ts,line=1,title=flaky/main',
      '::error file=packages/it/scenarios/broken.ts,line=1,title=broken',
      '::error file=packages/it/scenarios/hang.ts,line=1,title=hang/loop',
      '::error file=packages/it/scenarios/nasty.ts,line=1,title=nasty/main',
    ]);
  });

  test('stand where a module could not be loaded, if that is known', () => {
    const problem = { type: 'throws', path: 'a.ts', error: 'Error: boo', place: 'b.ts:4' } as const;
    const text = written(
      github(facts, style, (path) => path),
      results({ name: 'a', status: 'fail', source: 'a.ts', problem, variants: [] }),
    );
    expect(text).toBe('::error file=b.ts,line=4,title=a::cannot load a.ts: Error: boo (b.ts:4)\n');
  });

  test('stand where the process was ended, rather than where the variant is defined', () => {
    const log = [{ state: 'missing' as const, expected: { text: 'never' } }];
    const faults = [
      { type: 'lines', count: 1 },
      { type: 'exit', code: 0, place: 'a.ts:9' },
    ] as const;
    const text = written(
      github(facts, style, (path) => path),
      results(scenario('a', variant({ log, faults, place: 'a.ts:2' }))),
    );
    expect(text).toMatch(/^::error file=a\.ts,line=9,/);
  });

  test('say what differs, then show the diff', () => {
    expect(asRunner(lines[0] ?? '')).toMatchObject({
      message: expect.stringMatching(
        /^the first difference is in line 10: [\s\S]*\n\n {6}… {2}6 lines/,
      ),
    });
  });

  test('are one line each, whatever a scenario prints', () => {
    const message = `${nasty}\r\n::error::50 %0A`;
    const line = command('error', { file: 'a,b:c%.ts', line: 3 }, message);
    expect(line).toMatch(/^.*\n$/);
    expect(line).not.toContain('\r');
    expect(line).toContain('file=a%2Cb%3Ac%25.ts,line=3::');
    expect(asRunner(line.trimEnd())).toMatchObject({ name: 'error', file: 'a,b:c%.ts', line: '3' });
  });
});

test.each([
  '::error::boo',
  ' \t ::set-output name=a::b',
  '::::',
  'text ##[error]boo',
  '##[##[group]',
])('what was %j is no command any more, and looks the same', (text) => {
  const safe = withoutCommands(`one\n${text}\ntwo`);
  expect(safe.split('\n').map(asRunner)).toEqual([undefined, undefined, undefined]);
  expect(safe.replaceAll('\u2060', '')).toBe(`one\n${text}\ntwo`);
});

describe('the summary', () => {
  test('counts, and lists the scenarios', () => {
    const page = githubSummary(results(scenario('hello', variant())), facts, style);
    expect(page.split('\n')).toEqual([
      '## asyncio-lab check',
      '',
      '1 as expected',
      '',
      '| | scenario | variants | seconds |',
      '| --- | --- | --- | --- |',
      '| ✅ | hello | 1 as expected | 2 |',
      '',
      '',
    ]);
  });

  test('has no markup that is not ours', () => {
    const name = '<img src=x> | `code` [a](b) **b** @me';
    const page = githubSummary(results(scenario(name, variant())), facts, style);
    expect(page).not.toContain('<');
    expect(page).toContain(
      '&lt;img src=x&gt; \\| \\`code\\` \\[a\\]\\(b\\) \\*\\*b\\*\\* @\u2060me',
    );
  });

  test('shows what differs in a block that nothing in it can end', () => {
    const log = [{ state: 'extra', actual: { t: 0, text: '````' } }] as const;
    const differing = variant({ log, faults: [{ type: 'lines', count: 1 }] });
    const page = githubSummary(results(scenario('s', differing)), facts, style);
    expect(page).toMatch(/\n`{5}diff\n[\s\S]*````[\s\S]*\n`{5}\n/);
  });

  test('leaves out what GitHub would not take', () => {
    const log = Array.from({ length: 3000 }, (_, t) => ({
      state: 'extra' as const,
      actual: { t, text: 'x'.repeat(90) },
    }));
    const differing = variant({ log, faults: [{ type: 'lines', count: 3000 }] });
    const many = Array.from({ length: 100 }, () => scenario('s', differing));
    const page = githubSummary(results(...many), facts, style);
    expect(page.length).toBeLessThan(210_000);
    expect(page).toMatch(/… and \d+ more\.\n$/);
  });
});
