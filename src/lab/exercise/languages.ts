/**
 * The languages of a set of exercises. Its title declares them: a title in two languages promises
 * every text in both; one that is a single text promises nothing but that.
 */

import type { Text } from '../scenario.js';
import type { ExerciseSet } from './exercise.js';

/** The languages that a text can be in. */
export const bilingual = ['en', 'zh-TW'] as const;

/** A text that is not there. */
export interface Lack {
  readonly field: string;
  /** The language that it is missing in; absent where there is but one. */
  readonly language?: string;
}

/** Return the languages that a set declares; none when its texts are in a single one. */
export function languagesOf({ title }: ExerciseSet): readonly string[] {
  return typeof title === 'string' ? [] : bilingual;
}

/** Return in which of the languages a text is missing. */
export function lacksIn(field: string, text: Text, languages: readonly string[]): Lack[] {
  if (languages.length === 0) return isEmpty(text) ? [{ field }] : [];
  return bilingual
    .filter((language) => isEmpty(typeof text === 'string' ? undefined : text[language]))
    .map((language) => ({ field, language }));
}

function isEmpty(text: Text | undefined): boolean {
  if (typeof text === 'object') return Object.values(text).every((it) => it.trim() === '');
  return text === undefined || text.trim() === '';
}
