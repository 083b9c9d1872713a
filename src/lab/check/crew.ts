/**
 * Who runs the scenarios.
 *
 * A process takes longer to start than most scenarios to run, and so does a thread. So some are
 * started at once, before it is known what they are for, while the rest of the program is still
 * loading.
 */

import { Member, type OnLate } from './member.js';
import type { OpenWorkplace } from './workplace.js';

/** Starts members, and ends them all. */
export class Crew {
  readonly #open: OpenWorkplace;
  readonly #members = new Set<Member>();
  readonly #idle: Member[] = [];
  /** The instant at which it was started, in milliseconds as `performance.now()` has them. */
  readonly start = performance.now();
  #onLate: OnLate = () => {};

  /** Start so many members at once, each in a workplace of its own. */
  constructor(open: OpenWorkplace, count: number) {
    this.#open = open;
    for (let started = 0; started < count; started += 1) this.#idle.push(this.#start());
  }

  /** Tell who takes the errors of variants that were judged long before. */
  onLate(onLate: OnLate): void {
    this.#onLate = onLate;
  }

  /** Return a member that has done nothing yet. */
  hire(): Member {
    return this.#idle.shift() ?? this.#start();
  }

  /** End a member. */
  dismiss(member: Member): void {
    this.#members.delete(member);
    member.end();
  }

  /** End all members, at once. */
  end(): void {
    for (const member of this.#members) this.dismiss(member);
  }

  #start(): Member {
    const member = new Member(this.#open, (of, error) => this.#onLate(of, error));
    this.#members.add(member);
    return member;
  }
}
