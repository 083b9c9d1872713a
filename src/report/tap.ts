/**
 * The report in the Test Anything Protocol, version 14: a scenario is a test with its variants as
 * subtests, and what is not as expected stands below in YAML.
 *
 * In a description `#` would begin a directive, and in YAML anything might mean something: there all
 * text is in double quotes, with the escapes of JSON, which are YAML's as well.
 */

import type { Results, ScenarioResult, VariantResult } from '../lab/result.js';
import { placeOfFirst } from './differences.js';
import type { Facts, Format } from './format.js';
import { rounded } from './numbers.js';
import { attempts, details, headline, problemText } from './plain-failure.js';
import type { Style } from './style.js';
import { isFlaky } from './summary.js';
import { visible } from './visible.js';

const indent = '    ';

/** Make the report. */
export function tap({ clock }: Facts, style: Style): Format {
  const exact = clock.kind === 'virtual';
  let count = 0;
  return {
    begin: () => 'TAP version 14\n',
    scenario: (result) => {
      count += 1;
      return `${testOf(count, result, exact, style).join('\n')}\n`;
    },
    end: ({ interrupted }: Results) => (interrupted ? 'Bail out! interrupted\n' : `1..${count}\n`),
  };
}

function testOf(number: number, scenario: ScenarioResult, exact: boolean, style: Style): string[] {
  const { name, status, source, variants } = scenario;
  const problem = problemText(scenario, style);
  const subtests = variants.flatMap((variant, index) =>
    subtestOf(index + 1, variant, exact, style),
  );
  return [
    ...(variants.length === 0
      ? []
      : [
          `# Subtest: ${description(name)}`,
          ...subtests.map((line) => indent + line),
          `${indent}1..${variants.length}`,
        ]),
    pointOf(number, name, status),
    ...(problem === undefined ? [] : yaml({ message: problem, file: source })),
  ];
}

function subtestOf(number: number, variant: VariantResult, exact: boolean, style: Style): string[] {
  const { name, status, elapsed } = variant;
  const retries = attempts(variant, exact, style);
  const isBad = status === 'fail';
  const diagnostics = {
    ...(isBad && { message: headline(variant, exact, style), at: placeOfFirst(variant) }),
    ...(isFlaky(variant) && { flaky: true }),
    ...(retries.length > 0 && { attempts: retries }),
    ...(isBad && { details: details(variant, exact, style).split('\n') }),
  };
  return [
    pointOf(number, name, status),
    ...(Object.keys(diagnostics).length === 0
      ? []
      : yaml({ ...diagnostics, ...(elapsed !== undefined && { seconds: rounded(elapsed) }) })),
  ];
}

function pointOf(number: number, name: string, status: VariantResult['status']): string {
  const result = status === 'fail' ? 'not ok' : 'ok';
  const directive = status === 'skip' ? ' # SKIP' : '';
  return `${result} ${number} - ${description(name)}${directive}`;
}

function description(name: string): string {
  return visible(name).replaceAll(/[\\#]/g, '\\$&');
}

type Value = string | number | boolean | readonly string[] | undefined;

function yaml(fields: Readonly<Record<string, Value>>): string[] {
  const lines = Object.entries(fields).flatMap(([key, value]) => {
    if (value === undefined) return [];
    if (typeof value !== 'object') return [`  ${key}: ${quoted(value)}`];
    return [`  ${key}:`, ...value.map((item) => `    - ${quoted(item)}`)];
  });
  return ['  ---', ...lines, '  ...'];
}

function quoted(value: string | number | boolean): string {
  return JSON.stringify(value).replaceAll('##[', '#\\u0023[');
}
