/**
 * Asks a learner in which order a program prints its lines, before it runs.
 */

import {
  type LetteredLine,
  lettered,
  linesOf,
  predictionQuestion,
} from '../../report/exercise/prediction.js';
import type { ExerciseStyle } from '../../report/exercise/words.js';
import type { WorkshopMessages } from './messages.js';
import { isBackspace, isEnter, keyLines, keys, type View } from './view.js';

/** What can come of it. */
export interface PredictionEnds {
  /** Render what stands above the question. */
  readonly header: (style: ExerciseStyle) => readonly string[];
  readonly submit: (lines: readonly string[]) => void;
  readonly readProgram: () => void;
  readonly back: () => void;
}

/** Shows lines in another order than theirs until all of them are put in one. */
export class PredictionView implements View {
  readonly #lines: readonly LetteredLine[];
  readonly #messages: WorkshopMessages;
  readonly #ends: PredictionEnds;
  #typed = '';
  #remark: string | undefined;

  constructor(
    lines: readonly string[],
    seed: string,
    messages: WorkshopMessages,
    ends: PredictionEnds,
  ) {
    this.#lines = lettered(lines, seed);
    this.#messages = messages;
    this.#ends = ends;
  }

  lines(style: ExerciseStyle): string[] {
    const { keys: words } = this.#messages;
    const enter = this.#typed === '' ? words.readProgram : words.submit;
    return [
      ...this.#ends.header(style),
      '',
      ...predictionQuestion(this.#lines, this.#typed, this.#remark, style),
      '',
      ...keyLines(
        [
          ['Enter', enter],
          ['Esc', words.back],
        ],
        style,
      ),
    ];
  }

  press(key: string): void {
    this.#remark = undefined;
    const letter = key.toLowerCase();
    if (key === keys.escape) this.#ends.back();
    else if (isBackspace(key)) this.#typed = [...this.#typed].slice(0, -1).join('');
    else if (isEnter(key)) this.#enter();
    else if (this.#left().includes(letter)) this.#typed += letter;
  }

  #enter(): void {
    const left = this.#left();
    if (this.#typed === '') this.#ends.readProgram();
    else if (left.length > 0)
      this.#remark = this.#messages.prediction.incomplete(left.join(' ').toUpperCase());
    else this.#ends.submit(linesOf(this.#typed, this.#lines));
  }

  #left(): string[] {
    return this.#lines.map(({ letter }) => letter).filter((it) => !this.#typed.includes(it));
  }
}
