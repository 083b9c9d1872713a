/** The words of `exercise dev` in a language. */

import type { Language } from '../../../report/style.js';
import type { DevWords } from './words.js';

/** Return them. */
export async function devWordsIn(language: Language): Promise<DevWords> {
  const { words } =
    language === 'zh-TW' ? await import('./words-zh-tw.js') : await import('./words-en.js');
  return words;
}
