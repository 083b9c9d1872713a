import { expect, test } from 'vitest';
import { defineScenario, slipOf } from '../../src/lab/define.js';
import type { Scenario } from '../../src/lab/scenario.js';

const program = () => {};
const scenario: Scenario = {
  title: 'a',
  about: { en: 'b', 'zh-TW': 'b' },
  lesson: 'c',
  variants: { one: { about: 'x', program } },
};

test('a scenario is handed back as it is', () => {
  expect(defineScenario(scenario)).toBe(scenario);
});

test.each([
  [5, 'a scenario is an object'],
  [
    { ...scenario, title: { en: 'a' } },
    "'title' must be a text, or one in 'en' and one in 'zh-TW'",
  ],
  [{ ...scenario, variants: {} }, "'variants' must be an object with at least one variant"],
  [{ ...scenario, variants: { one: 1 } }, "variant 'one': it must be an object"],
  [
    { ...scenario, variants: { one: { program } } },
    "variant 'one': 'about' must be a text, or one in 'en' and one in 'zh-TW'",
  ],
  [
    { ...scenario, variants: { one: { about: 'x' } } },
    "variant 'one': give it either 'main' or 'program'",
  ],
  [
    { ...scenario, variants: { one: { about: 'x', main: {} } } },
    "variant 'one': 'main' must be a function, not what it returns",
  ],
  [
    { ...scenario, ratios: [{ faster: 'one', than: 'two' }] },
    "a ratio names the variant 'two', which is not there",
  ],
])('what is no scenario is told so in one line (%#)', (value, slip) => {
  expect(slipOf(value)).toBe(slip);
  expect(() => defineScenario(value as Scenario)).toThrow(`defineScenario: ${slip}`);
});

const bad =
  "'expect.outcome' must be { type: 'return', value } or { type: 'error', name, message }";
const line = (at: string) =>
  `'${at}' must be a text or a RegExp, or an instant and one of these: [1, 'ready']`;

test.each([
  [5, "'expect' must be an object"],
  [{ elapsed: '1' }, "'expect.elapsed' must be a number of seconds"],
  [{ elapsed: -1 }, "'expect.elapsed' must be a number of seconds"],
  [{ elapsed: Number.NaN }, "'expect.elapsed' must be a number of seconds"],
  [{ lines: {} }, "'expect.lines' must be a list"],
  [{ lines: [['0', 'p']] }, line('expect.lines[0]')],
  [{ lines: ['a', [0]] }, line('expect.lines[1]')],
  [{ lines: [[0, 'a', 'b']] }, line('expect.lines[0]')],
  [{ outcome: 3 }, bad],
  [{ outcome: { type: 'raise' } }, bad],
  [{ outcome: { type: 'error', name: 'E' } }, "'expect.outcome.message' must be a text"],
  [
    { outcome: { type: 'return', value: 1n } },
    "'expect.outcome.value' must be a value that JSON can keep",
  ],
  [{ warnings: 'none' }, "'expect.warnings' must be a list"],
  [{ elapsd: 1 }, "there is no field 'expect.elapsd'; did you mean 'elapsed'?"],
  [
    { raises: 'E' },
    "there is no field 'expect.raises'; there are elapsed, lines, outcome, warnings, pending",
  ],
])('a slip in what is expected names the variant and the field (%#)', (expectation, slip) => {
  const variants = { one: { about: 'x', program, expect: expectation } };
  expect(slipOf({ ...scenario, variants })).toBe(`variant 'one': ${slip}`);
});

test.each([
  [{ xpect: {} }, "variant 'one': there is no field 'xpect'; did you mean 'expect'?"],
  [{ threads: 'two' }, "variant 'one': 'threads' must be a whole number"],
  [{ measures: { m: {} } }, "variant 'one': 'measures.m' must have either 'until' or 'line'"],
  [
    { measures: { m: { until: 'f', line: 'x' } } },
    "variant 'one': 'measures.m' must have either 'until' or 'line'",
  ],
  [{ measures: { m: { line: 1 } } }, "variant 'one': 'measures.m.line' must be a text"],
  [{ serve: 8080 }, "variant 'one': 'serve' must be a function, not what it returns"],
])('so does one in a variant: %j', (fields, slip) => {
  const variants = { one: { about: 'x', program, ...fields } };
  expect(slipOf({ ...scenario, variants })).toBe(slip);
});

test.each([
  [{ lessn: 'c' }, "there is no field 'lessn'; did you mean 'lesson'?"],
  [{ ratios: 5 }, "'ratios' must be a list"],
  [
    { varying: [{ pattern: 'a', shown: 'a' }] },
    "'varying[0].pattern' must be a regular expression",
  ],
  [
    { variants: [{ about: 'x', program }] },
    "'variants' must be an object with at least one variant",
  ],
])('so does one in a scenario: %j', (fields, slip) => {
  expect(slipOf({ ...scenario, ...fields })).toBe(slip);
});

test('a whole expectation is taken', () => {
  const whole = {
    elapsed: 0,
    lines: ['a', [0.5, 'b'], [1, /c/]],
    outcome: { type: 'error', name: 'E', message: '' },
    warnings: ['w'],
  };
  const variants = { one: { about: 'x', program, expect: whole } };
  expect(slipOf({ ...scenario, variants })).toBeUndefined();
});
