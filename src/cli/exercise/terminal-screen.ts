/**
 * Standard output as the screen of a session: on a terminal each picture takes the place of the one
 * before, anywhere else they follow one another.
 */

import type { ExerciseStyle } from '../../report/exercise/words.js';
import { columns } from '../terminal.js';
import type { Screen } from './session.js';

const clearAll = '\x1b[2J\x1b[3J\x1b[H';
const toTop = '\x1b[H';
const clearLine = '\x1b[K';
const clearBelow = '\x1b[J';
const hideCursor = '\x1b[?25l';
const showCursor = '\x1b[?25h';

/** A screen that is given back when it is no longer needed. */
export interface TerminalScreen extends Screen {
  readonly giveBack: () => void;
}

/** Return the screen of this process. */
export function terminalScreen(style: ExerciseStyle): TerminalScreen {
  const { stdin, stdout } = process;
  const height = () => stdout.rows ?? 24;
  const isTerminal = stdout.isTTY === true;
  let hasOverflowed = true;
  let isOurs = isTerminal;
  if (isTerminal) stdout.write(hideCursor);
  return {
    hasKeys: isTerminal && stdin.isTTY === true,
    height,
    style: () => ({ ...style, width: columns() }),
    show: (lines) => {
      if (!isTerminal) {
        stdout.write(`${lines.join('\n')}\n\n`);
        return;
      }
      const overflows = lines.length > height();
      // What fits is written over what was there, without a flicker; what does not scrolls.
      const isClean = overflows || hasOverflowed;
      hasOverflowed = overflows;
      const text = lines.map((line) => line + clearLine).join('\n');
      stdout.write(`${isClean ? clearAll : toTop}${text}${overflows ? '' : clearBelow}`);
    },
    giveBack: () => {
      if (isOurs) stdout.write(`${showCursor}\n`);
      isOurs = false;
    },
  };
}
