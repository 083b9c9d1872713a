/**
 * Checks all exercises, on a screen of its own, and says which do not pass yet.
 */

import type { FoundExercise } from '../../lab/exercise/find.js';
import { exercisesChecked } from '../../report/exercise/checked.js';
import { progressBar } from '../../report/exercise/progress-bar.js';
import type { ExerciseStyle } from '../../report/exercise/words.js';
import { hasPassed, type Judging } from './judge-answer.js';
import { judgeEach } from './judge-each.js';
import { PageView } from './page-view.js';
import { keyLines, keys, type View } from './view.js';
import type { Workshop } from './workshop.js';

/** What can come of it. */
export interface CheckAllEnds {
  /** Something else is to be seen. */
  readonly draw: () => void;
  readonly leave: () => void;
}

/** Shows how far the checking is, then what came of it. */
export class CheckAllView implements View {
  readonly #workshop: Workshop;
  readonly #judge: Judging;
  readonly #ends: CheckAllEnds;
  readonly #stop = new AbortController();
  #checked = 0;
  #page: PageView | undefined;

  constructor(workshop: Workshop, judge: Judging, ends: CheckAllEnds) {
    this.#workshop = workshop;
    this.#judge = judge;
    this.#ends = ends;
  }

  /** Check all; those that pass are finished. */
  async run(): Promise<void> {
    const { exercises } = this.#workshop.set;
    const { signal } = this.#stop;
    try {
      const checked = await judgeEach(this.#workshop, this.#judge, exercises, signal, (count) => {
        this.#checked = count;
        this.#ends.draw();
      });
      this.#show(checked.filter(({ judged }) => !hasPassed(judged)).map(({ found }) => found));
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  }

  lines(style: ExerciseStyle, height: number): string[] {
    if (this.#page !== undefined) return this.#page.lines(style, height);
    const { messages, set } = this.#workshop;
    const count = set.exercises.length;
    return [
      ` ${messages.watch.checking(Math.min(this.#checked + 1, count), count)}`,
      '',
      ` ${progressBar(this.#checked, count, Math.min(60, style.width - 2), style)}`,
      '',
      ...keyLines([['Esc', messages.keys.stop]], style),
    ];
  }

  press(key: string): void {
    if (this.#page !== undefined) this.#page.press(key);
    else if (key === keys.escape || key === 'q') {
      this.#stop.abort();
      this.#ends.leave();
    }
  }

  #show(failed: readonly FoundExercise[]): void {
    const { messages, set } = this.#workshop;
    const page = (style: ExerciseStyle) => exercisesChecked(set.exercises, failed, style);
    this.#page = new PageView(page, messages, this.#ends.leave);
    this.#ends.draw();
  }
}
