/** The recordings beside the scenarios are what CPython does with their Python twins. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { pyodideInterpreter } from '../../../src/lab/cpython/pyodide.js';
import { recordScenario } from '../../../src/lab/cpython/record.js';
import { formatRecording } from '../../../src/lab/cpython/recording.js';
import type { Scenario } from '../../../src/lab/scenario.js';

const folder = new URL('../../../scenarios/', import.meta.url);
const names = readdirSync(folder).filter((name) => existsSync(file(name, '.py')));
const scenarios = await Promise.all(
  names.map(async (name) => {
    const module: { default: Scenario } = await import(file(name, '.ts').href);
    return { name, scenario: module.default };
  }),
);
const pyodide = await pyodideInterpreter();

function file(name: string, ending: string): URL {
  return new URL(`${name}/${name}${ending}`, folder);
}

it.each(scenarios)('$name does what its recording says', async ({ name, scenario }) => {
  const source = readFileSync(file(name, '.py'), 'utf8');
  const recording = await recordScenario(pyodide, scenario, name, source);
  expect(formatRecording(recording)).toBe(readFileSync(file(name, '.cpython.json'), 'utf8'));
});
