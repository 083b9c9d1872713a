/**
 * What a session can show in place of the current exercise: each takes the keys while it is shown.
 */

import { widthOf } from '../../report/columns.js';
import type { ExerciseStyle } from '../../report/exercise/words.js';

/** A screen of its own. */
export interface View {
  /** Render it, in at most so many lines. */
  lines(style: ExerciseStyle, height: number): string[];
  press(key: string): void;
}

/** The keys that are more than a character. */
export const keys = {
  up: '\x1b[A',
  down: '\x1b[B',
  pageUp: '\x1b[5~',
  pageDown: '\x1b[6~',
  home: '\x1b[H',
  end: '\x1b[F',
  escape: '\x1b',
  enter: '\r',
  backspace: '\x7f',
  ctrlC: '\x03',
} as const;

/** Return whether a key is Enter, as a terminal or a pipe has it. */
export function isEnter(key: string): boolean {
  return key === '\r' || key === '\n';
}

/** Return whether a key is Backspace, of whichever terminal. */
export function isBackspace(key: string): boolean {
  return key === '\x7f' || key === '\b';
}

/** A key and what it does. */
export type KeyHelp = readonly [key: string, does: string];

/** Render what keys do, in lines. */
export function keyLines(help: readonly KeyHelp[], { paint, width }: ExerciseStyle): string[] {
  const lines: string[] = [];
  let [line, used] = ['', 0];
  for (const [key, does] of help) {
    const taken = widthOf(`${key} ${does}`);
    if (used > 0 && used + 3 + taken > width - 2) {
      lines.push(line);
      [line, used] = ['', 0];
    }
    const gap = used === 0 ? '' : ' · ';
    line += `${paint.dim(gap)}${paint.bold(key)} ${paint.dim(does)}`;
    used += widthOf(gap) + taken;
  }
  return [...lines, line].map((it) => ` ${it}`);
}
