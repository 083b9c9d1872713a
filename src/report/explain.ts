/**
 * A scenario in words, without running it: what happens and why, its variants with what the guide
 * and CPython say of each, and what to learn from it.
 */

import type { Found } from '../lab/found.js';
import type { Variant } from '../lab/scenario.js';
import { padEnd, widthOf, wrap } from './columns.js';
import { plain } from './numbers.js';
import { type Style, textIn } from './style.js';
import { visible } from './visible.js';

/** Render the explanation of a scenario; `source` is its file as the reader finds it. */
export function explanation(found: Found, source: string, style: Style): string {
  const { language, paint, words, width } = style;
  const { name, scenario } = found;
  const paragraph = (text: string) => wrap(visible(text), width - 2).map((line) => ` ${line}`);
  const nameWidth = Math.max(...Object.keys(scenario.variants).map(widthOf));
  return [
    ` ${paint.bold(visible(`${name} · ${textIn(language, scenario.title)}`))}`,
    '',
    ...paragraph(textIn(language, scenario.about)),
    ...Object.entries(scenario.variants).flatMap(([variantName, variant]) => [
      '',
      ...explainVariant(found, variantName, variant, nameWidth, style),
    ]),
    '',
    ...paragraph(textIn(language, scenario.lesson)).map(paint.bold),
    '',
    ` ${paint.dim(words.explain.source(visible(source)))}`,
  ].join('\n');
}

function explainVariant(
  found: Found,
  name: string,
  variant: Variant,
  nameWidth: number,
  style: Style,
): string[] {
  const { language, paint, width } = style;
  const indent = ' '.repeat(nameWidth + 3);
  const block = (text: string) => wrap(visible(text), width - indent.length - 1);
  const [first = '', ...rest] = block(textIn(language, variant.about));
  const facts = factsOf(found, name, variant, style).flatMap(block).map(paint.dim);
  const note = variant.note === undefined ? [] : block(textIn(language, variant.note));
  return [
    ` ${paint.bold(padEnd(visible(name), nameWidth))}  ${first}`,
    ...[...rest, ...note, ...facts].map((line) => indent + line),
  ];
}

/** What the guide says of a variant and what CPython measures: of the whole, then of each moment. */
function factsOf(
  { recording, expected }: Found,
  name: string,
  { claim, measures = {}, expect, machineTimed }: Variant,
  { language, words }: Style,
): string[] {
  const recorded = recording?.variants[name];
  const facts = (said: Variant['claim'], seconds: number | undefined) => [
    ...(said === undefined ? [] : [words.explain.guide(textIn(language, said))]),
    ...(seconds === undefined || recording === undefined
      ? []
      : [words.explain.cpython(recording.python, words.seconds(plain(seconds)))]),
  ];
  const join = (parts: readonly string[]) => (parts.length === 0 ? [] : [parts.join(' · ')]);
  const agreed = expected?.variants[name]?.elapsed ?? expect?.elapsed;
  const byAuthor =
    recorded === undefined && agreed !== undefined
      ? [words.explain.expected(words.seconds(plain(agreed)))]
      : [];
  return [
    ...join([...facts(claim, machineTimed ? undefined : recorded?.elapsed), ...byAuthor]),
    ...Object.entries(measures).flatMap(([measure, { claim: said }]) =>
      join(facts(said, recorded?.measures?.[measure])).map((text) => `${measure} · ${text}`),
    ),
  ];
}
