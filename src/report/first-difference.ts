/**
 * What stands under everything that was compared: that nothing differs, or the first thing that does,
 * by variant and line, with what each side printed and when.
 */

import type { Comparison } from '../lab/compare.js';
import type { Difference } from '../lab/difference.js';
import type { Clock } from '../lab/execution.js';
import { padEnd, widthOf, wrap } from './columns.js';
import { faultText } from './faults.js';
import { measured } from './numbers.js';
import type { Style } from './style.js';
import { visible } from './visible.js';

/** Render the verdict on all that was compared. */
export function verdict(
  comparisons: readonly Comparison[],
  python: string,
  clock: Clock,
  style: Style,
): string {
  const { words, paint, width } = style;
  const variants = comparisons.flatMap(({ found, variants: all }) =>
    all.map((variant) => ({ ...variant, of: `${found.name}/${variant.name}` })),
  );
  const compared = variants.filter(({ here }) => here.status !== 'skip').length;
  const different = variants.filter(({ difference }) => difference !== undefined);
  const [first] = different;
  const lines = (text: string) => wrap(text, width - 2);
  if (first?.difference === undefined) {
    const text = words.sideBySide.same(compared, python);
    return lines(text)
      .map((line) => ` ${paint.good(line)}`)
      .join('\n');
  }
  return [
    ...lines(words.sideBySide.different(different.length, compared)),
    ...lines(words.sideBySide.first(firstPlace(first.of, first.difference, style))),
    ...sidesOf(first.difference, python, clock, style),
  ]
    .map((line) => ` ${paint.bad(line)}`)
    .join('\n');
}

function firstPlace(of: string, difference: Difference, { words }: Style): string {
  return difference.type === 'line'
    ? words.sideBySide.line(visible(of), difference.line)
    : visible(of);
}

function sidesOf(difference: Difference, python: string, clock: Clock, style: Style): string[] {
  const { words, width } = style;
  const exact = clock.kind === 'virtual';
  if (difference.type === 'fault') {
    return faultText(difference.fault, exact, style)
      .split('\n')
      .flatMap((line) => wrap(visible(line), width - 4))
      .map((line) => `  ${line}`);
  }
  const sides = [
    [`CPython ${python}`, difference.expected],
    [words.sideBySide.here, difference.actual],
  ] as const;
  const headWidth = Math.max(...sides.map(([head]) => widthOf(head)));
  return sides.flatMap(([head, line]) => {
    const said =
      line === undefined
        ? words.sideBySide.nothing
        : [
            ...(line.t === undefined ? [] : [measured(line.t, exact)]),
            line.task ?? '–',
            visible(line.text),
          ].join('  ');
    const [first = '', ...rest] = wrap(said, width - headWidth - 6);
    return [
      `  ${padEnd(head, headWidth)}  ${first}`,
      ...rest.map((more) => ' '.repeat(headWidth + 4) + more),
    ];
  });
}
