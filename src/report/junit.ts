/**
 * The report that CI systems show: JUnit's XML, as Jenkins' schema has it. A scenario is a suite, a
 * variant a test case, and the seconds are those of the loop's clock.
 */

import type { Results, ScenarioResult, VariantResult } from '../lab/result.js';
import type { Facts, Format } from './format.js';
import { totalOf } from './numbers.js';
import { attempts, details, firstLineOf, problemLines } from './plain-failure.js';
import type { Style } from './style.js';
import { countsOf } from './summary.js';
import { element, escaped } from './xml.js';

/** Make the report; all of it comes at the end, for it begins with the sums. */
export function junit({ clock }: Facts, style: Style): Format {
  const exact = clock.kind === 'virtual';
  return { end: (results) => document(results, exact, style) };
}

function document(results: Results, exact: boolean, style: Style): string {
  const { pass, fail, skip } = countsOf(results);
  const suites = results.scenarios.map((scenario) => suite(scenario, exact, style));
  const sums = {
    name: 'asyncio-lab',
    tests: pass + fail + skip,
    failures: fail - problems(results.scenarios),
    errors: problems(results.scenarios),
    time: timeOf(results.scenarios.flatMap(({ variants }) => variants)),
  };
  const root = element('testsuites', sums, ['\n', ...suites.map((text) => `  ${text}\n`)]);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
}

function suite(scenario: ScenarioResult, exact: boolean, style: Style): string {
  const { pass, fail, skip } = countsOf({ scenarios: [scenario] });
  const { name, source, variants } = scenario;
  const broken = problems([scenario]);
  const cases = [
    ...(broken > 0 ? [problemCase(scenario, style)] : []),
    ...variants.map((variant) => testCase(scenario, variant, exact, style)),
  ];
  const attributes = {
    name,
    tests: pass + fail + skip,
    failures: fail - broken,
    errors: broken,
    skipped: skip,
    time: timeOf(variants),
  };
  const file = element('properties', {}, [element('property', { name: 'file', value: source })]);
  const lines = [file, ...cases].map((text) => `    ${text}\n`);
  return element('testsuite', attributes, ['\n', ...lines, '  ']);
}

function testCase(
  { name: classname }: ScenarioResult,
  variant: VariantResult,
  exact: boolean,
  style: Style,
): string {
  const { name, status } = variant;
  const retries = attempts(variant, exact, style);
  const content = [
    ...(status === 'skip' ? [element('skipped', {})] : []),
    ...(status === 'fail'
      ? [
          element('failure', { message: firstLineOf(variant, exact, style), type: 'difference' }, [
            escaped(details(variant, exact, style)),
          ]),
        ]
      : []),
    // The schema knows no flaky tests, but every reader shows what was printed.
    ...(retries.length > 0
      ? [
          element('system-out', {}, [
            escaped(`${style.words.check.flaky(retries.length + 1)}\n${retries.join('\n')}`),
          ]),
        ]
      : []),
  ];
  return element('testcase', { name, classname, time: timeOf([variant]) }, content);
}

/** A scenario that cannot be loaded is a case of its own, for a suite without cases is no failure. */
function problemCase(scenario: ScenarioResult, style: Style): string {
  const [message = '', ...more] = problemLines(scenario, style);
  const { name } = scenario;
  return element('testcase', { name, classname: name, time: timeOf([]) }, [
    element('error', { message, type: 'load' }, more.length > 0 ? [escaped(more.join('\n'))] : []),
  ]);
}

function problems(scenarios: readonly ScenarioResult[]): number {
  return scenarios.filter(({ problem }) => problem !== undefined).length;
}

/** A decimal number: the schema knows no exponents. */
function timeOf(variants: readonly VariantResult[]): string {
  const total = totalOf(variants.map(({ elapsed = 0 }) => elapsed));
  return total.toFixed(9).replace(/\.?0+$/, '');
}
