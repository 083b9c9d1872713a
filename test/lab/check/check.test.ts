import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { type CheckOptions, checkScenarios } from '../../../src/lab/check/check.js';
import { Crew } from '../../../src/lab/check/crew.js';
import { processes } from '../../../src/lab/check/own-process.js';
import type { Location } from '../../../src/lab/locate.js';
import { folderWith } from '../../cli/command.js';

const entry = fileURLToPath(new URL('../../../dist/src/cli/check-worker.js', import.meta.url));

/** Modules by their names; each text is the inside of a variant's coroutine. */
function locationsOf(
  bodies: Readonly<Record<string, string>>,
  expectation = 'expect: {}',
): Location[] {
  const files = Object.entries(bodies).map(([name, body]) => [
    `${name}.mjs`,
    scenario(body, expectation),
  ]);
  const folder = folderWith(Object.fromEntries(files));
  return Object.keys(bodies).map((name) => {
    const path = join(folder, `${name}.mjs`);
    return { name, path, source: path, mayBeHelper: false };
  });
}

const scenario = (body: string, expectation: string) => `
import { writeFileSync, existsSync } from 'node:fs';
import { coroutine, defineScenario, print, sleep } from 'asyncio-lab';
const main = coroutine(function* main() { ${body} });
export default defineScenario({
  title: 'Mine', about: 'It runs.', lesson: 'It does.',
  variants: { only: { about: 'the only one', main, ${expectation} } },
});`;

async function check(
  bodies: Record<string, string>,
  options: Partial<CheckOptions> = {},
  locations = locationsOf(bodies),
) {
  const told: string[] = [];
  const { scenarios, interrupted } = await checkScenarios(locations, {
    crew: new Crew(processes(entry), 1),
    settings: { clock: { kind: 'virtual' }, timeLimit: 60, worldLimit: 5 },
    retries: 0,
    onResult: ({ name, status }) => told.push(`${name} ${status}`),
    ...options,
  });
  return { told, scenarios, interrupted };
}

test('results are told in the order of the scenarios, whichever ends first', async () => {
  const slow = 'const end = Date.now() + 200; while (Date.now() < end);';
  const { told } = await check({ a: slow, b: '', c: '', d: '', e: '', f: '' });
  expect(told).toEqual(['a pass', 'b pass', 'c pass', 'd pass', 'e pass', 'f pass']);
});

test('a scenario that fails after others runs again alone, and that counts', async () => {
  const { told } = await check({
    first: 'globalThis.neighbour = true;',
    second: `if (globalThis.neighbour) throw new Error('not alone');`,
  });
  expect(told).toEqual(['first pass', 'second pass']);
});

test('a variant that fails is tried again, and what was wrong is kept', async () => {
  const body = `
    const mark = new URL('./mark', import.meta.url);
    if (!existsSync(mark)) { writeFileSync(mark, ''); throw new Error('once'); }`;
  const { scenarios } = await check({ flaky: body }, { retries: 3 });
  expect(scenarios).toMatchObject([
    {
      status: 'pass',
      variants: [{ status: 'pass', faults: [], retries: [[{ type: 'outcome' }]] }],
    },
  ]);
});

test('a variant that never passes fails after all retries', async () => {
  const { scenarios } = await check({ bad: `throw new Error('always');` }, { retries: 2 });
  expect(scenarios[0]).toMatchObject({ status: 'fail', variants: [{ status: 'fail' }] });
  expect(scenarios[0]?.variants[0]?.retries).toHaveLength(2);
});

test('what no other attempt can change is not tried again', async () => {
  const locations = locationsOf({ bare: '' }, '');
  const { scenarios } = await check({}, { retries: 2 }, locations);
  const [variant] = scenarios[0]?.variants ?? [];
  expect(variant).toMatchObject({ status: 'fail', faults: [{ type: 'nothing-expected' }] });
  expect(variant?.retries).toBeUndefined();
});

test('an attempt that printed something else names its first wrong line', async () => {
  const body = `
    const mark = new URL('./mark', import.meta.url);
    if (existsSync(mark)) print('one'); else { writeFileSync(mark, ''); print('none'); }`;
  const locations = locationsOf({ flaky: body }, `expect: { lines: ['one'] }`);
  const { scenarios } = await check({}, { retries: 1 }, locations);
  expect(scenarios[0]?.variants[0]?.retries).toMatchObject([
    [{ type: 'lines', first: { number: 1, line: { t: 0, text: 'none', task: 'Task-1' } } }],
  ]);
});

describe('a scenario that breaks its process fails by name, and the others go on', () => {
  const message = (error: string) => ({ status: 'fail', problem: { type: 'breaks', error } });

  test.each([
    ['Array.prototype.flatMap = () => [];', 'an answer without all variants'],
    ["JSON.stringify = () => { throw new Error('no JSON'); };", 'Error: no JSON'],
  ])('%s', async (body, error) => {
    const { scenarios } = await check({ a: '', b: body, c: '' });
    expect(scenarios).toMatchObject([{ status: 'pass' }, message(error), { status: 'pass' }]);
  });

  test.each([
    ['Array.prototype.map = () => [];'],
    ['Array.prototype.push = () => 0;'],
    ['globalThis.Map = undefined;'],
    ['Array.prototype[Symbol.iterator] = undefined;'],
    ['globalThis.process = undefined;'],
    ['globalThis.Error = undefined;'],
  ])('%s', async (body) => {
    const { told } = await check({ a: '', b: `${body} print('one');`, c: '' });
    expect(told).toEqual(['a pass', 'b fail', 'c pass']);
  });
});

test('after enough failures the rest is skipped', async () => {
  const { told, interrupted } = await check(
    { a: '', b: `throw new Error('b');`, c: '', d: '', e: '', f: `throw new Error('f');` },
    { bail: 1 },
  );
  expect(told).toEqual(['a pass', 'b fail', 'c skip', 'd skip', 'e skip', 'f skip']);
  expect(interrupted).toBe(false);
});

test('an interrupt ends what runs, blocked or not, and what was known is told', async () => {
  const controller = new AbortController();
  const block = `print('begun'); writeFileSync(new URL('./mark', import.meta.url), ''); while (true);`;
  const locations = locationsOf({ a: '', b: block, c: '' });
  const mark = join(dirname(locations[0]?.path ?? ''), 'mark');
  // What was printed was sent before the mark was made: it is read before the next timer.
  const watch = setInterval(() => {
    if (existsSync(mark)) setTimeout(() => controller.abort(), 20);
  }, 10);
  const { scenarios, interrupted } = await check({}, { signal: controller.signal }, locations);
  clearInterval(watch);
  expect(interrupted).toBe(true);
  expect(scenarios).toMatchObject([
    { name: 'a', status: 'pass' },
    {
      name: 'b',
      status: 'skip',
      variants: [{ interrupted: true, log: [{ actual: { text: 'begun' } }] }],
    },
    { name: 'c', status: 'skip' },
  ]);
});

test('what a scenario writes by itself is told apart', async () => {
  const written: string[] = [];
  await check(
    { loud: `console.log('one'); process.stdout.write('two');`, quiet: '' },
    { onOutput: ({ name }, lines) => written.push(...lines.map((line) => `${name}: ${line}`)) },
  );
  expect(written).toEqual(['loud: one', 'loud: two']);
});
