/**
 * The summary of a step in GitHub Actions, a page of Markdown: a table of the scenarios, and what is
 * not as expected in full, as far as GitHub takes it.
 */

import type { Results, ScenarioResult } from '../lab/result.js';
import type { Facts } from './format.js';
import { plain, totalOf } from './numbers.js';
import { attempts, details, problemText } from './plain-failure.js';
import type { Style } from './style.js';
import { countsOf, countsText, isFlaky } from './summary.js';
import { visible } from './visible.js';

/** GitHub takes a mebibyte for a step, whatever wrote it. */
const longestDetails = 200_000;

/** Render the page. */
export function githubSummary(results: Results, { clock }: Facts, style: Style): string {
  const exact = clock.kind === 'virtual';
  const rows = results.scenarios.map((scenario) => rowOf(scenario, style));
  const texts = results.scenarios.flatMap((scenario) => detailsOf(scenario, exact, style));
  const page = [
    '## asyncio-lab check',
    '',
    escaped(countsText(results, style)),
    '',
    '| | scenario | variants | seconds |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
    ...fitting(texts),
  ];
  return `${page.join('\n')}\n`;
}

function rowOf(scenario: ScenarioResult, style: Style): string {
  const { name, status, variants } = scenario;
  const { pass, fail, skip } = countsOf({ scenarios: [scenario] });
  const isUnstable = variants.some(isFlaky);
  const mark = { pass: isUnstable ? '⚠️' : '✅', fail: '❌', skip: '⏭️' }[status];
  const seconds = totalOf(variants.map(({ elapsed = 0 }) => elapsed));
  const counts = [
    style.words.summary.passed(pass),
    ...(fail > 0 ? [`${fail} not`] : []),
    ...(skip > 0 ? [style.words.summary.skipped(skip)] : []),
  ];
  return `| ${mark} | ${escaped(name)} | ${counts.join(', ')} | ${plain(seconds)} |`;
}

function detailsOf(scenario: ScenarioResult, exact: boolean, style: Style): string[] {
  const problem = problemText(scenario, style);
  return [
    ...(problem === undefined ? [] : [`### ❌ ${escaped(scenario.name)}\n\n${block(problem)}\n`]),
    ...scenario.variants.flatMap((variant) => {
      const name = escaped(`${scenario.name}/${variant.name}`);
      if (variant.status === 'fail') {
        return [`### ❌ ${name}\n\n${block(details(variant, exact, style))}\n`];
      }
      if (!isFlaky(variant)) return [];
      return [`### ⚠️ ${name}\n\n${block(attempts(variant, exact, style).join('\n'))}\n`];
    }),
  ];
}

function fitting(texts: readonly string[]): string[] {
  let length = 0;
  const shown = texts.filter((text) => {
    length += text.length;
    return length <= longestDetails;
  });
  return shown.length === texts.length
    ? shown
    : [...shown, `… and ${texts.length - shown.length} more.`];
}

/** A block of a diff; its fence is longer than any run of backticks in it. */
function block(text: string): string {
  const longest = Math.max(2, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}diff\n${text}\n${fence}`;
}

/** A text in which nothing is Markdown, nor HTML, nor a mention. */
function escaped(text: string): string {
  return visible(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(/[\\`*_{}[\]()#+\-.!|~$]/g, '\\$&')
    .replaceAll('@', '@\u2060');
}
