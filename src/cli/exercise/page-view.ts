/**
 * A text that may be longer than the screen: it is scrolled, and any other key leaves it.
 */

import type { ExerciseStyle } from '../../report/exercise/words.js';
import type { WorkshopMessages } from './messages.js';
import { isEnter, keyLines, keys, type View } from './view.js';

/** Shows a text until it is left. */
export class PageView implements View {
  readonly #text: (style: ExerciseStyle) => readonly string[];
  readonly #messages: WorkshopMessages;
  readonly #leave: () => void;
  #from = 0;
  #most = 0;
  #step = 1;

  constructor(
    text: (style: ExerciseStyle) => readonly string[],
    messages: WorkshopMessages,
    leave: () => void,
  ) {
    this.#text = text;
    this.#messages = messages;
    this.#leave = leave;
  }

  lines(style: ExerciseStyle, height: number): string[] {
    const text = this.#text(style);
    const room = Math.max(1, height - 2);
    this.#step = Math.max(1, room - 2);
    this.#most = Math.max(0, text.length - room);
    this.#from = Math.min(this.#from, this.#most);
    const { scroll, back } = this.#messages.keys;
    const help = [...(this.#most > 0 ? [['↑ ↓', scroll] as const] : []), ['Esc', back] as const];
    return [...text.slice(this.#from, this.#from + room), '', ...keyLines(help, style)];
  }

  press(key: string): void {
    if (key === keys.up || key === 'k') this.#scroll(-1);
    else if (key === keys.down || key === 'j') this.#scroll(1);
    else if (key === keys.pageUp) this.#scroll(-this.#step);
    else if (key === keys.pageDown || (key === ' ' && this.#from < this.#most)) {
      this.#scroll(this.#step);
    } else if (key === keys.escape || key === 'q' || key === ' ' || isEnter(key)) this.#leave();
  }

  #scroll(lines: number): void {
    this.#from = Math.max(0, Math.min(this.#most, this.#from + lines));
  }
}
