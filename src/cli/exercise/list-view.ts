/**
 * The list of all exercises on a screen of its own: one is picked, and what is typed narrows the list
 * down to those that have it in their names or titles.
 */

import type { FoundExercise } from '../../lab/exercise/find.js';
import type { Text } from '../../lab/scenario.js';
import { type Listed, listHeading, listWindow } from '../../report/exercise/list.js';
import { paragraph } from '../../report/exercise/paragraph.js';
import type { ExerciseStyle } from '../../report/exercise/words.js';
import { type Language, textIn } from '../../report/style.js';
import { isBackspace, isEnter, keyLines, keys, type View } from './view.js';
import type { Workshop } from './workshop.js';

/** What can come of it. */
export interface ListEnds {
  readonly goTo: (exercise: FoundExercise) => void;
  readonly back: () => void;
}

/** Shows the list until an exercise is picked. */
export class ListView implements View {
  readonly #workshop: Workshop;
  readonly #listed: readonly Listed[];
  readonly #language: Language;
  readonly #ends: ListEnds;
  #picked: string | undefined;
  #search = '';
  /** After `/` every character is text, `j` and `k` as well. */
  #isSearching = false;
  #step = 10;

  constructor(workshop: Workshop, picked: string, language: Language, ends: ListEnds) {
    this.#workshop = workshop;
    this.#listed = workshop.listed;
    this.#language = language;
    this.#picked = picked;
    this.#ends = ends;
  }

  lines(style: ExerciseStyle, height: number): string[] {
    const { messages, progress, set } = this.#workshop;
    const { keys: words, list } = messages;
    const title = textIn(style.language, set.set.title);
    const matching = this.#matching();
    const isTyping = this.#isSearching || this.#search !== '';
    const search = isTyping ? ` / ${style.paint.bold(this.#search)}_` : '';
    const help = keyLines(
      [
        [isTyping ? '↑ ↓' : '↑ ↓ j k', words.move],
        ['Enter', words.go],
        ['/', words.search],
        ['Esc', words.back],
      ],
      style,
    );
    const room = Math.max(1, height - 4 - help.length);
    this.#step = Math.max(1, room - 2);
    return [
      ...listHeading(title, this.#listed, progress, style),
      ...(matching.length === 0
        ? paragraph(list.nothingFound(this.#search), style)
        : listWindow(matching, this.#picked, progress, room, style)),
      '',
      ...(isTyping ? [search] : []),
      ...help,
    ];
  }

  press(key: string): void {
    const isTyping = this.#isSearching || this.#search !== '';
    if (key === keys.escape && isTyping) this.#filter('', false);
    else if (key === keys.escape) this.#ends.back();
    else if (isEnter(key)) this.#go();
    else if (key === keys.up || (key === 'k' && !isTyping)) this.#move(-1);
    else if (key === keys.down || (key === 'j' && !isTyping)) this.#move(1);
    else if (key === keys.pageUp) this.#move(-this.#step);
    else if (key === keys.pageDown) this.#move(this.#step);
    else if (key === keys.home) this.#move(-this.#listed.length);
    else if (key === keys.end) this.#move(this.#listed.length);
    else if (isBackspace(key)) {
      this.#filter([...this.#search].slice(0, -1).join(''), this.#isSearching);
    } else if (key === '/' && !isTyping) this.#isSearching = true;
    else if (/^\P{Cc}$/u.test(key)) this.#filter(this.#search + key, this.#isSearching);
  }

  /** What is typed is a part of a name or a title; where none has it, of a chapter's. */
  #matching(): Listed[] {
    const wanted = this.#search.trim().toLowerCase();
    const having = (...texts: readonly Text[]) =>
      texts.some((text) => textIn(this.#language, text).toLowerCase().includes(wanted));
    const found = this.#listed.filter(({ found: { name, exercise } }) =>
      having(name, exercise.title),
    );
    if (found.length > 0) return found;
    return this.#listed.filter(({ id, found: { chapter } }) => having(id, chapter.title));
  }

  #filter(text: string, isSearching: boolean): void {
    this.#search = text;
    this.#isSearching = isSearching;
    const matching = this.#matching();
    if (!matching.some(({ id }) => id === this.#picked)) this.#picked = matching[0]?.id;
  }

  #move(by: number): void {
    const matching = this.#matching();
    const at = matching.findIndex(({ id }) => id === this.#picked);
    const next = Math.max(0, Math.min(matching.length - 1, at + by));
    this.#picked = matching[next]?.id;
  }

  #go(): void {
    const picked = this.#matching().find(({ id }) => id === this.#picked);
    if (picked !== undefined) this.#ends.goTo(picked.found);
  }
}
