/**
 * The look that a learner's reports have in tests: eighty columns and no colours.
 */

import { en } from '../../../src/cli/exercise/messages-en.js';
import { zhTW } from '../../../src/cli/exercise/messages-zh-tw.js';
import type { ExerciseStyle } from '../../../src/report/exercise/words.js';
import type { Language } from '../../../src/report/style.js';
import { styleIn } from '../style.js';

/** Return the look of a language. */
export function exerciseStyleIn(language: Language, width = 80): ExerciseStyle {
  return { ...styleIn(language, width), exercise: { en, 'zh-TW': zhTW }[language] };
}
