/**
 * The line above everything that a scenario prints: which one it is, and by which clock.
 */

import type { Clock } from '../lab/execution.js';
import type { Found } from '../lab/found.js';
import { cut, padEnd, widthOf } from './columns.js';
import { plain } from './numbers.js';
import { type Style, textIn } from './style.js';
import { visible } from './visible.js';

/** Render the heading of a scenario: its name and title, and at the right the clock. */
export function scenarioHeading({ name, scenario }: Found, clock: Clock, style: Style): string {
  const { paint, language } = style;
  const right = clockName(clock, style);
  const room = style.width - 2 - widthOf(right) - 2;
  const title = cut(visible(`${name} · ${textIn(language, scenario.title)}`), room);
  return ` ${paint.bold(padEnd(title, room))}  ${paint.dim(right)}`;
}

function clockName(clock: Clock, { words }: Style): string {
  if (clock.kind === 'virtual') return words.clocks.virtual;
  return clock.speed === 1 ? words.clocks.real : words.clocks.fasterReal(plain(clock.speed));
}
