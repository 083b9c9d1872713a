/**
 * The look that reports have in tests: eighty columns and no colours.
 */

import { en } from '../../src/cli/messages-en.js';
import { zhTW } from '../../src/cli/messages-zh-tw.js';
import { plain } from '../../src/report/paint.js';
import type { Language, Style } from '../../src/report/style.js';

/** Return the look of a language. */
export function styleIn(language: Language, width = 80): Style {
  return { language, words: { en, 'zh-TW': zhTW }[language], width, paint: plain };
}
