import { describe, expect, test } from 'vitest';
import type { Clock, Execution } from '../../src/lab/execution.js';
import { type Expected, fromRecording } from '../../src/lab/expectation.js';
import { judgeScenario, toleranceOf, VariantJudge, withStrays } from '../../src/lab/judge.js';
import type { VariantResult } from '../../src/lab/result.js';
import type { Variant } from '../../src/lab/scenario.js';

const virtual: Clock = { kind: 'virtual' };
const real: Clock = { kind: 'real', speed: 1 };

const variant: Variant = {
  about: 'a variant',
  program: () => {},
  measures: { hard_work: { until: 'hardWork', claim: 'about 9 s' } },
};

const expected: Expected = {
  source: 'cpython',
  elapsed: 10,
  lines: [{ t: 10, text: 'done', task: 'Task-1' }],
  outcome: { type: 'return' },
  measures: { hard_work: 9 },
  warnings: ['careful'],
};

const execution: Execution = {
  lines: [{ t: 10, text: 'done', task: 'Task-1' }],
  warnings: ['careful'],
  elapsed: 10,
  outcome: { type: 'return' },
  measures: { hard_work: 9 },
  printedAt: ({ text }) => `${text}.ts:1`,
  causeOf: () => ({}),
  waiting: [],
  pending: [],
};

function judge(changes: Partial<Execution> = {}, clock = virtual, wanted = expected) {
  const whole = { ...execution, ...changes };
  const judge = new VariantJudge(variant, wanted, clock);
  for (const line of whole.lines) judge.line(line, undefined);
  judge.linesEnd();
  return judge.verdict('blocking', whole, 60);
}

describe('a variant', () => {
  test('passes when everything is as expected', () => {
    expect(judge()).toMatchObject({
      status: 'pass',
      elapsed: 10,
      expected: 10,
      faults: [],
      measures: [{ name: 'hard_work', elapsed: 9, expected: 9, claim: 'about 9 s' }],
    });
  });

  test('passes when it raised a plain Error, by either of its names', () => {
    const raised = (name: string) => ({ type: 'error', name, message: 'boo' }) as const;
    for (const name of ['Error', 'Exception']) {
      const wanted = { ...expected, outcome: raised(name) };
      expect(judge({ outcome: raised('Exception') }, virtual, wanted).faults).toEqual([]);
    }
  });

  test.each([
    ["RuntimeWarning: coroutine 'sayHi' was never awaited", 'main.<locals>.say_hi'],
    ["RuntimeWarning: coroutine 'sayHi' was never awaited", 'Greeter.say_hi'],
    ["RuntimeWarning: coroutine 'wait_for' was never awaited", 'wait_for'],
    ["RuntimeWarning: coroutine 'Lock.acquire' was never awaited", 'Lock.acquire'],
    ["RuntimeWarning: coroutine '_helper' was never awaited", '_helper'],
  ])('%s: that is what CPython says of %s', (warning, name) => {
    const twins = [`RuntimeWarning: coroutine '${name}' was never awaited`];
    const wanted = fromRecording({ ...expected, elapsed: 10, lines: [], warnings: twins });
    expect(judge({ warnings: [warning], lines: [] }, virtual, wanted).faults).toEqual([]);
    expect(judge({ warnings: [], lines: [] }, virtual, wanted).faults).toHaveLength(1);
  });

  test('is told of an exception in a callback by the name of its twin', () => {
    const warnings = ['Exception in callback main.<locals>.on_timer()'];
    const wanted = fromRecording({ ...expected, elapsed: 10, lines: [], warnings });
    const told = (name: string) => {
      const warning = `Exception in callback ${name}()\nhandle: <Handle ${name}()>`;
      return judge({ warnings: [warning], lines: [] }, virtual, wanted).faults;
    };
    expect(told('onTimer')).toEqual([]);
    expect(told('other')).toHaveLength(2);
  });

  test('fails by each thing that is not, and says which', () => {
    const faultsOf = (changes: Partial<Execution>) => judge(changes).faults;
    expect(faultsOf({ lines: [] })).toEqual([{ type: 'lines', count: 1 }]);
    expect(faultsOf({ elapsed: 10.001 })).toEqual([
      { type: 'elapsed', actual: 10.001, expected: 10 },
    ]);
    expect(faultsOf({ measures: {} })).toEqual([
      { type: 'measure', name: 'hard_work', expected: 9 },
    ]);
    expect(faultsOf({ measures: { hard_work: 8 } })).toEqual([
      { type: 'measure', name: 'hard_work', actual: 8, expected: 9 },
    ]);
    expect(faultsOf({ warnings: ['boo'] })).toEqual([
      { type: 'warning-missing', text: 'careful' },
      { type: 'warning-extra', text: 'boo' },
    ]);
    expect(faultsOf({ warnings: ['careful\nat line 1'] })).toEqual([]);
    const error = { type: 'error', name: 'ValueError', message: 'no' } as const;
    expect(faultsOf({ outcome: error })).toEqual([
      { type: 'outcome', actual: error, expected: { type: 'return' } },
    ]);
  });

  test('fails by each task that is left or not left against expectation', () => {
    const place = 'mine.ts:3';
    const wanted = { ...expected, pending: ['Task-2', 'Task-3'] };
    const left = (...pending: Execution['pending']) => judge({ pending }, virtual, wanted).faults;
    expect(left({ name: 'Task-3' }, { name: 'Task-2' })).toEqual([]);
    expect(left({ name: 'Task-2' }, { name: 'Task-4', place })).toEqual([
      { type: 'pending-extra', task: 'Task-4', place },
      { type: 'pending-missing', task: 'Task-3' },
    ]);
  });

  test('that hangs for ever is not blamed for the tasks that hang with it, unless some are expected', () => {
    const outcome = { type: 'error', name: 'DeadlockError', message: '' } as const;
    const changes = { outcome, pending: [{ name: 'Task-1' }] };
    const pendingFaults = (pending: string[]) =>
      judge(changes, virtual, { ...expected, outcome, pending }).faults;
    expect(pendingFaults([])).toEqual([]);
    expect(pendingFaults(['Task-2'])).toEqual([
      { type: 'pending-extra', task: 'Task-1' },
      { type: 'pending-missing', task: 'Task-2' },
    ]);
  });

  test('notes where the lines were printed that are not as expected', () => {
    const lines = [...execution.lines, { t: 10, text: 'more', task: 'Task-1' }];
    expect(judge({ lines }).log.map(({ actual }) => actual?.place)).toEqual([
      undefined,
      'more.ts:1',
    ]);
  });

  test('fails with one fault when it had to be stopped, and has no elapsed time', () => {
    const result = judge({ stopped: 'time-limit', elapsed: 61, outcome: { type: 'return' } });
    expect(result.faults).toEqual([{ type: 'time-limit', seconds: 60 }]);
    expect(result.elapsed).toBeUndefined();
  });

  test('is skipped when it was interrupted, and says so', () => {
    expect(judge({ stopped: 'interrupted', lines: [] })).toMatchObject({
      status: 'skip',
      interrupted: true,
      faults: [],
    });
  });

  test('without expected lines has them all without a verdict', () => {
    const { source, outcome, measures } = expected;
    const result = judge({}, virtual, { source, outcome, measures });
    expect(result.status).toBe('pass');
    expect(result.log.map(({ state }) => state)).toEqual(['unjudged']);
  });

  test('may be off on the real clock by a tenth of a second or a twentieth of the time', () => {
    expect(judge({ elapsed: 10.4 }, real).status).toBe('pass');
    expect(judge({ elapsed: 10.6 }, real).status).toBe('fail');
    expect(toleranceOf(real)(0)).toBe(0.1);
    expect(toleranceOf({ kind: 'real', speed: 10 })(0)).toBe(1);
  });

  test('fails by an error that nobody caught', () => {
    const result = withStrays(judge(), [{ error: 'Error: left lying', place: 'mine.ts:3' }]);
    expect(result).toMatchObject({
      status: 'fail',
      faults: [{ type: 'stray', error: 'Error: left lying', place: 'mine.ts:3' }],
    });
  });
});

describe('the ratio between two variants', () => {
  const timed = (name: string, elapsed: number): VariantResult => ({
    ...judge(),
    name,
    elapsed,
  });
  const scenario = { name: 'x', source: 'x.ts' };
  const ratio = { faster: 'gather', than: 'sequential', atLeast: 2.5 };

  test('fails the one that should be faster', () => {
    const judged = judgeScenario(
      scenario,
      [timed('sequential', 4), timed('gather', 2)],
      [ratio],
      real,
    );
    expect(judged.status).toBe('fail');
    expect(judged.variants.map(({ status }) => status)).toEqual(['pass', 'fail']);
    expect(judged.variants[1]?.faults).toEqual([{ type: 'ratio', ratio, actual: 2 }]);
  });

  test('is judged on its clock only, and only when both have run', () => {
    const onReal = { ...ratio, clock: 'real' } as const;
    const both = [timed('sequential', 4), timed('gather', 2)];
    expect(judgeScenario(scenario, both, [onReal], virtual).status).toBe('pass');
    expect(judgeScenario(scenario, both.slice(1), [ratio], virtual).status).toBe('pass');
  });
});
