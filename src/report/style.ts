/**
 * How a report is to look: the language, the width of the terminal and its colours.
 */

import type { Text } from '../lab/scenario.js';
import type { Paint } from './paint.js';
import type { Words } from './words.js';

/** A language that reports are written in. */
export type Language = 'en' | 'zh-TW';

/** What every report that people read is given. */
export interface Style {
  readonly language: Language;
  readonly words: Words;
  /** How many columns there are. */
  readonly width: number;
  readonly paint: Paint;
  /** How many columns of a text are shown at most; about two lines when absent. */
  readonly longest?: number;
}

/** Return a text in one language. */
export function textIn(language: Language, text: Text): string {
  return typeof text === 'string' ? text : text[language];
}
