import { expect, it } from 'vitest';
import type { Interpreter, Program, Transcript } from '../../../src/lab/cpython/interpreter.js';
import { recordScenario } from '../../../src/lab/cpython/record.js';
import type { Scenario } from '../../../src/lab/scenario.js';

const silent: Transcript = {
  python: '3.14.2',
  elapsed: 0,
  lines: [],
  outcome: { type: 'return' },
  measures: {},
  warnings: [],
  pending: [],
  reports: [],
  errors: [],
};

/** An interpreter that does as it is told, and keeps what it was asked to run. */
function interpreterOf(transcript: Partial<Transcript>) {
  const programs: Program[] = [];
  const interpreter: Interpreter = {
    python: '3.14.2',
    run: async (program) => {
      programs.push(program);
      return { ...silent, ...transcript };
    },
    close() {},
  };
  return { interpreter, programs };
}

function scenarioOf(parts: Partial<Scenario>): Scenario {
  const variants = { 'create-task': { about: 'with a task', program() {} } };
  return { title: 'T', about: 'A.', lesson: 'L.', variants, ...parts };
}

it('runs the function of each variant, and names the functions to measure', async () => {
  const { interpreter, programs } = interpreterOf({ measures: { hard_work: 9 } });
  const about = 'blocking';
  const measures = { 'hard work': { until: 'hardWork' }, idle: { until: 'neverCalled' } };
  const scenario = scenarioOf({
    variants: { 'create-task': { about, program() {}, measures }, async: { about, program() {} } },
  });
  const recording = await recordScenario(interpreter, scenario, 'tasks', 'source');
  expect(programs).toEqual([
    {
      source: 'source',
      name: 'tasks',
      entry: 'create_task',
      measures: ['hard_work', 'never_called'],
    },
    { source: 'source', name: 'tasks', entry: 'async', measures: [] },
  ]);
  expect(recording.variants['create-task']?.measures).toEqual({ 'hard work': 9 });
});

it('measures a moment by the line that is printed first with such a text', async () => {
  const lines = [1, 2].map((t) => ({ t, text: 'done' }));
  const { interpreter, programs } = interpreterOf({ lines });
  const measures = { end: { line: 'done' }, never: { line: 'lost' } };
  const scenario = scenarioOf({ variants: { only: { about: 'A', program() {}, measures } } });
  const recording = await recordScenario(interpreter, scenario, 'tasks', 'source');
  expect(programs[0]?.measures).toEqual([]);
  expect(recording.variants.only?.measures).toEqual({ end: 1 });
});

it('says that sockets were in memory', async () => {
  const { interpreter } = interpreterOf({ network: 'in memory' });
  const recording = await recordScenario(interpreter, scenarioOf({}), 'tasks', 'source');
  expect(recording.variants['create-task']?.network).toBe('in memory');
});

it('writes down lines, outcome and warnings', async () => {
  const { interpreter } = interpreterOf({
    elapsed: 2,
    lines: [{ t: 1, text: 'hello', task: 'Task-2' }],
    outcome: { type: 'error', name: 'ValueError', message: 'no' },
    warnings: ["RuntimeWarning: coroutine 'main' was never awaited"],
    errors: ['not recorded'],
  });
  expect(await recordScenario(interpreter, scenarioOf({}), 'tasks', '')).toEqual({
    format: 1,
    python: '3.14.2',
    scenario: 'tasks',
    variants: {
      'create-task': {
        elapsed: 2,
        lines: [{ t: 1, text: 'hello', task: 'Task-2' }],
        outcome: { type: 'error', name: 'ValueError', message: 'no' },
        warnings: ["RuntimeWarning: coroutine 'main' was never awaited"],
      },
    },
  });
});

it('keeps of varying lines the pattern, and which of them have the same value', async () => {
  const texts = ['thread id: 77', 'roll: 6', 'thread id: 5', 'by thread 77', 'done'];
  const { interpreter } = interpreterOf({ lines: texts.map((text) => ({ t: 0, text })) });
  const scenario = scenarioOf({
    varying: [
      { pattern: /^thread id: (?<thread>\d+)$/, shown: 'thread id: <id>' },
      { pattern: /^by thread (?<thread>\d+)$/, shown: 'by thread <id>' },
      { pattern: /^roll: [1-6]$/, shown: 'roll: <1 to 6>' },
    ],
  });
  const recording = await recordScenario(interpreter, scenario, 'threads', '');
  const id = { t: 0, text: 'thread id: <id>', pattern: '^thread id: (?<thread>\\d+)$' };
  expect(recording.variants['create-task']?.lines).toEqual([
    { ...id, groups: { thread: 1 } },
    { t: 0, text: 'roll: <1 to 6>', pattern: '^roll: [1-6]$' },
    { ...id, groups: { thread: 2 } },
    {
      t: 0,
      text: 'by thread <id>',
      pattern: '^by thread (?<thread>\\d+)$',
      groups: { thread: 1 },
    },
    { t: 0, text: 'done' },
  ]);
});
