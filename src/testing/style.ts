/**
 * How failures of tests look: the words of `check`, in English as all errors of the runtime, without
 * colours, for the runner has its own, and without a margin to break lines at.
 */

import { en } from '../cli/messages-en.js';
import { plain } from '../report/paint.js';
import type { Style } from '../report/style.js';

/** The style of all messages. */
export const style: Style = {
  language: 'en',
  words: en,
  width: Number.POSITIVE_INFINITY,
  paint: plain,
  longest: 500,
};
