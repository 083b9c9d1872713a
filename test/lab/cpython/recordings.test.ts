/** The recordings beside the scenarios are what CPython does with their Python twins. */

import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { builtInNames, builtInSource } from '../../../src/lab/builtins.js';
import { recordScenario } from '../../../src/lab/cpython/record.js';
import { formatRecording } from '../../../src/lab/cpython/recording.js';
import type { Scenario } from '../../../src/lab/scenario.js';
import { pyodide } from '../../pyodide.js';

const scenarios = await Promise.all(
  builtInNames().map(async (name) => {
    const module: { default: Scenario } = await import(builtInSource(name));
    return { name, scenario: module.default };
  }),
);

function textOf(name: string, ending: string): string {
  return readFileSync(join(dirname(builtInSource(name)), `${basename(name)}${ending}`), 'utf8');
}

it.each(scenarios)('$name does what its recording says', async ({ name, scenario }) => {
  const source = textOf(name, '.py');
  const recording = await recordScenario(pyodide, scenario, basename(name), source);
  expect(formatRecording(recording)).toBe(textOf(name, '.cpython.json'));
});
