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
  [{ ...scenario, variants: {} }, "'variants' must hold at least one variant"],
  [{ ...scenario, variants: { one: 1 } }, "variant 'one': it must be an object"],
  [{ ...scenario, variants: { one: { program } } }, "variant 'one': 'about' must be a text"],
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
