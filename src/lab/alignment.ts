/**
 * Lays the lines that are printed beside the lines that are expected, while they are printed.
 *
 * Each line gets its place the moment it arrives, so a learner sees at once whether it is the one
 * expected here. Lines are matched by their text first: one that has the expected text but comes at
 * another instant is late or early, not a stranger. The first expected line that is still open is
 * the next one. A line that fits a later one passes over those between, provided that all of them
 * are due by then; they are missing, until they turn up after all: then they have moved.
 *
 * A stranger may stand in the place of the next expected line (it differs) or be one too many. Only
 * what follows can tell, so it first counts as differing and becomes an extra line if the expected
 * one arrives.
 */

import type { ExecutedLine } from './execution.js';
import type { ExpectedLine } from './expectation.js';

/**
 * What is wrong with a line, if anything. `task`: another task should have printed it. `identity`: a
 * part that varies is not the same as before, or is the same where it should be another.
 */
export type LineState =
  | 'ok'
  | 'unjudged'
  | 'late'
  | 'early'
  | 'task'
  | 'identity'
  | 'differs'
  | 'missing'
  | 'extra'
  | 'moved';

/** A line and the one expected in its place; one of the two may be absent. */
export interface JudgedLine {
  readonly state: LineState;
  readonly actual?: ExecutedLine;
  readonly expected?: ExpectedLine;
}

/** How strictly lines are laid beside each other. */
export interface AlignmentRules {
  /** How far from its expected instant a line may be, in seconds. */
  readonly tolerance: (t: number) => number;
  /**
   * Threads run beside each other, so what is expected at one instant may come in any order and from
   * any of the tasks expected then; only the lines of one task keep theirs.
   */
  readonly threadsRace: boolean;
}

/** Instants that differ by less, in seconds, are one: the rest is rounding. */
const oneInstant = 1e-6;

type Place = 'open' | 'passed' | 'taken';

/** The growing alignment of a variant's lines with the expected ones. */
export class Alignment {
  readonly #expected: readonly ExpectedLine[];
  readonly #rules: AlignmentRules;
  readonly #places: Place[];
  /** The first open place; everything before it is settled. */
  #next = 0;
  readonly #identities = new Identities();
  /** The strangers that stand where an expected line should be, by that line's index. */
  readonly #strangers = new Map<number, number>();
  /** Where in the log a line is reported missing, by its index. */
  readonly #missing = new Map<number, number>();
  readonly #log: (JudgedLine | undefined)[] = [];

  constructor(expected: readonly ExpectedLine[], rules: AlignmentRules) {
    this.#expected = expected;
    this.#rules = rules;
    this.#places = expected.map(() => 'open');
  }

  /** Add a printed line; return what is certain now: lines that are missing before it, and itself. */
  add(line: ExecutedLine): JudgedLine[] {
    const start = this.#log.length;
    const index = this.#findNext(line);
    if (index !== undefined) {
      this.#passOver(index, line);
      this.#take(index, line, this.#stateOf(line, index));
    } else {
      const misplaced = this.#places.findIndex(
        (place, at) => place !== 'taken' && this.#fits(line, at),
      );
      if (misplaced >= 0) this.#take(misplaced, line, 'moved');
      else this.#addStranger(line);
    }
    return this.#since(start);
  }

  /** Add a line that has no place here: nothing can be said of it. */
  addUnjudged(line: ExecutedLine): JudgedLine[] {
    const judged: JudgedLine = { state: 'unjudged', actual: line };
    this.#log.push(judged);
    return [judged];
  }

  /** Tell that no more lines come; return the lines that are missing at the end. */
  end(): JudgedLine[] {
    const start = this.#log.length;
    this.#expected.forEach((_, index) => {
      if (this.#places[index] === 'open') this.#pass(index);
    });
    return this.#since(start);
  }

  /** The alignment so far, each line with what finally became of it. */
  get log(): JudgedLine[] {
    return this.#since(0);
  }

  #since(start: number): JudgedLine[] {
    return this.#log.slice(start).filter((entry) => entry !== undefined);
  }

  /**
   * Find the line's place in the order: the first open one that it fits, all before it being due.
   * One that it would fit but for an identity is the place if it is the line's instant.
   */
  #findNext(line: ExecutedLine): number | undefined {
    let lookalike: number | undefined;
    for (let index = this.#next; index < this.#places.length; index++) {
      if (this.#places[index] !== 'open') continue;
      if (this.#fits(line, index)) {
        return this.#ownPlace(this.#isOnTime(index, line) ? index : (lookalike ?? index), line);
      }
      if (this.#isOnTime(index, line) && this.#line(index).pattern?.test(line.text)) {
        lookalike ??= index;
      }
      if (!this.#isDue(index, line)) break;
    }
    return lookalike;
  }

  /** Of the places that a line may take in a race, prefer the one that its own task is expected in. */
  #ownPlace(index: number, line: ExecutedLine): number {
    const own = this.#places.findIndex(
      (place, at) =>
        place === 'open' &&
        (at === index || this.#race(index, at, line)) &&
        this.#line(at).task === (line.task ?? null) &&
        this.#fits(line, at),
    );
    return own < 0 ? index : own;
  }

  #fits(line: ExecutedLine, index: number): boolean {
    const expected = this.#line(index);
    return expected.pattern === undefined
      ? expected.text === line.text
      : this.#identities.agree(expected, line.text);
  }

  #isOnTime(index: number, line: ExecutedLine): boolean {
    const { t } = this.#line(index);
    return t === undefined || Math.abs(line.t - t) <= this.#rules.tolerance(t);
  }

  #isDue(index: number, line: ExecutedLine): boolean {
    const { t } = this.#line(index);
    return t === undefined || t <= line.t + this.#rules.tolerance(t);
  }

  #passOver(index: number, line: ExecutedLine): void {
    for (let at = this.#next; at < index; at++) {
      if (this.#places[at] === 'open' && !this.#race(at, index, line)) this.#pass(at);
    }
  }

  /** Whether the line expected first may as well come after the other. */
  #race(first: number, second: number, line: ExecutedLine): boolean {
    if (!this.#rules.threadsRace) return false;
    const [one, other] = [this.#line(first), this.#line(second)];
    if (one.t === undefined || other.t === undefined) {
      const ofThread = line.thread !== undefined || one.task === null;
      return ofThread && one.t === other.t;
    }
    const ofOneTask = typeof one.task === 'string' && one.task === other.task;
    return !ofOneTask && Math.abs(one.t - other.t) < oneInstant;
  }

  #pass(index: number): void {
    this.#settle(index, 'passed');
    if (this.#strangers.has(index)) return;
    this.#missing.set(index, this.#log.length);
    this.#log.push({ state: 'missing', expected: this.#line(index) });
  }

  #take(index: number, line: ExecutedLine, state: LineState): void {
    this.#settle(index, 'taken');
    this.#withdraw(index);
    const expected = this.#line(index);
    if (state !== 'identity') this.#identities.learn(expected, line.text);
    this.#log.push({ state, actual: line, expected });
  }

  #settle(index: number, place: Place): void {
    this.#places[index] = place;
    while (this.#next < this.#places.length && this.#places[this.#next] !== 'open') this.#next++;
  }

  /** The expected line is here after all: it is not missing, and whoever stood for it is one more. */
  #withdraw(index: number): void {
    const missing = this.#missing.get(index);
    if (missing !== undefined) this.#log[missing] = undefined;
    const stranger = this.#strangers.get(index);
    const entry = stranger === undefined ? undefined : this.#log[stranger];
    if (stranger !== undefined && entry?.actual !== undefined) {
      this.#log[stranger] = { state: 'extra', actual: entry.actual };
    }
  }

  #addStranger(line: ExecutedLine): void {
    const next = this.#next;
    const stands =
      next < this.#places.length && !this.#strangers.has(next) && this.#isDue(next, line);
    if (stands) this.#strangers.set(next, this.#log.length);
    this.#log.push(
      stands
        ? { state: 'differs', actual: line, expected: this.#line(next) }
        : { state: 'extra', actual: line },
    );
  }

  #stateOf(line: ExecutedLine, index: number): LineState {
    if (!this.#fits(line, index)) return 'identity';
    const { t, task } = this.#line(index);
    if (t !== undefined && !this.#isOnTime(index, line)) return line.t > t ? 'late' : 'early';
    if (task === undefined || task === (line.task ?? null)) return 'ok';
    return this.#isRival(line, index) ? 'ok' : 'task';
  }

  /** Whether the line is one of a race that another task was expected to win. */
  #isRival(line: ExecutedLine, index: number): boolean {
    return this.#expected.some(
      ({ task }, at) => task === (line.task ?? null) && this.#race(index, at, line),
    );
  }

  #line(index: number): ExpectedLine {
    const line = this.#expected[index];
    if (line === undefined) throw new RangeError(`no expected line ${index}`);
    return line;
  }
}

/**
 * Which value stands for which number of a named group. Two lines that show one thread's id in the
 * recording must show one id here, and two ids two: the pairs of number and value are one to one.
 */
class Identities {
  readonly #values = new Map<string, string>();
  readonly #numbers = new Map<string, number>();

  agree({ pattern, groups = {} }: ExpectedLine, text: string): boolean {
    const found = pattern?.exec(text);
    if (!found) return false;
    return Object.entries(groups).every(([group, number]) => {
      const value = found.groups?.[group] ?? '';
      const known = this.#values.get(`${group} ${number}`);
      return known === undefined ? !this.#numbers.has(`${group} ${value}`) : known === value;
    });
  }

  learn({ pattern, groups = {} }: ExpectedLine, text: string): void {
    const found = pattern?.exec(text);
    for (const [group, number] of Object.entries(groups)) {
      const value = found?.groups?.[group] ?? '';
      this.#values.set(`${group} ${number}`, value);
      this.#numbers.set(`${group} ${value}`, number);
    }
  }
}
