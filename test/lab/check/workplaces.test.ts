import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { checkScenarios } from '../../../src/lab/check/check.js';
import { Crew } from '../../../src/lab/check/crew.js';
import { processes } from '../../../src/lab/check/own-process.js';
import { threads } from '../../../src/lab/check/own-thread.js';
import { folderWith } from '../../cli/command.js';

const programAt = (name: string) =>
  fileURLToPath(new URL(`../../../dist/src/cli/${name}.js`, import.meta.url));

const harmless = `print('done');`;

const scenario = (body: string) => `
import { coroutine, defineScenario, print, sleep } from 'asyncio-lab';
const main = coroutine(function* main() { print('begun'); ${body} });
const other = coroutine(function* other() { ${harmless} });
const expect = {};
export default defineScenario({
  title: 'Mine', about: 'It runs.', lesson: 'It does.',
  variants: { harmful: { about: 'one', main, expect }, other: { about: 'two', main: other, expect } },
});`;

describe.each([
  ['a process', processes(programAt('check-worker'))],
  ['a thread', threads(programAt('check-thread'), { args: [] })],
])('in %s', (_, workplaces) => {
  test.each([
    ['exits', 'process.exit(3);', { type: 'exit', code: 3 }],
    ['never ends', 'while (true);', { type: 'hang', seconds: 0.3 }],
    ['fails late', `setTimeout(() => { throw new Error('late'); });`, { type: 'stray' }],
    ['loses a promise', `Promise.reject(new Error('lost'));`, { type: 'stray' }],
    ['leaves a timer', 'setInterval(() => {}, 1000);', { type: 'leak', resources: ['Timeout'] }],
    ['fails', `throw new Error('no');`, { type: 'outcome' }],
  ])('a variant that %s fails alone, and what it printed is known', async (_, body, fault) => {
    const folder = folderWith({ 'bad.mjs': scenario(body), 'good.mjs': scenario(harmless) });
    const { scenarios } = await checkScenarios(
      ['bad', 'good'].map((name) => {
        const path = join(folder, `${name}.mjs`);
        return { name, path, source: path, mayBeHelper: false };
      }),
      {
        crew: new Crew(workplaces, 1),
        settings: { clock: { kind: 'virtual' }, timeLimit: 60, worldLimit: 0.3 },
        retries: 0,
      },
    );
    expect(scenarios.map(({ name, status }) => `${name}: ${status}`)).toEqual([
      'bad: fail',
      'good: pass',
    ]);
    expect(scenarios[0]?.variants).toMatchObject([
      { name: 'harmful', status: 'fail', log: [{ actual: { text: 'begun' } }], faults: [fault] },
      { name: 'other', status: 'pass' },
    ]);
  });
});
