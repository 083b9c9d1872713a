/**
 * What every command is given: the language, the words, and how output is to look.
 */

import { paintOf } from '../report/paint.js';
import type { Language, Style } from '../report/style.js';
import type { Messages } from './messages.js';
import { colourLevel, columns } from './terminal.js';

/** The surroundings of a command. */
export interface Context {
  readonly language: Language;
  readonly messages: Messages;
  /** Return the look of standard output. */
  readonly style: () => Promise<Style>;
}

/** Make the context; `wantsColour` is asked once the command line is parsed. */
export function contextOf(
  language: Language,
  messages: Messages,
  wantsColour: () => boolean,
): Context {
  return {
    language,
    messages,
    style: async () => ({
      language,
      words: messages,
      width: columns(),
      paint: await paintOf(colourLevel(wantsColour())),
    }),
  };
}
