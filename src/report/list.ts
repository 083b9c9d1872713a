/**
 * The scenarios that there are, with what CPython measures and what the guide says of each variant.
 *
 * `list` must start fast, so it is made from the catalogue that the build writes and needs neither
 * the scenarios nor the runtime. Texts that may be Chinese stand last in their line: no width of
 * theirs has to be known.
 */

import type { Catalogue, CatalogueVariant } from '../lab/catalogue.js';
import type { Text } from '../lab/scenario.js';
import { plain } from './numbers.js';
import { type Style, textIn } from './style.js';

/** Render the list. */
export function scenarioList({ scenarios }: Catalogue, style: Style): string {
  const { paint, language, words } = style;
  const variants = scenarios.flatMap((scenario) => scenario.variants);
  const nameWidth = Math.max(...variants.flatMap(namesOf).map(({ length }) => length));
  const numberWidth = Math.max(...variants.map(({ elapsed }) => number(elapsed).length));
  const unitWidth = columnsOf(words.seconds(''));
  const row = (name: string, elapsed: number | undefined, claim: Text = '–') => {
    const time = number(elapsed).padStart(numberWidth);
    const unit = elapsed === undefined ? ' '.repeat(unitWidth) : words.seconds('');
    return `   ${name.padEnd(nameWidth)}  ${time}${unit}   ${textIn(language, claim)}`;
  };
  const heading = words.columns.cpython.padStart(nameWidth + 5 + numberWidth + unitWidth);
  return [
    ` ${words.list.heading(scenarios.length)}`,
    '',
    paint.dim(`${heading}   ${words.columns.guide}`),
    ...scenarios.flatMap((scenario) => [
      ` ${paint.bold(scenario.name)} · ${textIn(language, scenario.title)}`,
      ...scenario.variants.flatMap(({ name, elapsed, claim, measures = [] }) => [
        row(name, elapsed, claim),
        ...measures.map((it) => paint.dim(row(`  ${it.name}`, it.elapsed, it.claim))),
      ]),
    ]),
    '',
    ` ${words.list.hint}`,
  ].join('\n');
}

function namesOf({ name, measures = [] }: CatalogueVariant): string[] {
  return [name, ...measures.map((measure) => `  ${measure.name}`)];
}

function number(seconds: number | undefined): string {
  return seconds === undefined ? '–' : plain(seconds);
}

/** How many columns a short word takes: a Chinese character two. */
function columnsOf(word: string): number {
  return [...word].length + (word.match(/\p{Script=Han}/gu)?.length ?? 0);
}
