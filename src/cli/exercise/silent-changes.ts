/**
 * Notices changes of a file that the system does not tell of, as on network drives: once a second the
 * file is looked at, and if it differs and nobody has told of it a moment later, nobody will.
 */

import { statSync } from 'node:fs';

/** How often to look, in milliseconds. */
const lookEvery = 1000;

/** How long a change may take to be told, in milliseconds. */
const patience = 600;

/** Looks at one file at a time, until it is stopped. */
export class SilentChanges {
  readonly #onChange: (path: string) => void;
  #timer: NodeJS.Timeout | undefined;
  #path: string | undefined;
  #seen = '';
  #doubt: NodeJS.Timeout | undefined;

  constructor(onChange: (path: string) => void) {
    this.#onChange = onChange;
  }

  /** Begin, now that changes are told of; returns whether the file has changed before that. */
  begin(): boolean {
    this.#timer = setInterval(() => this.#look(), lookEvery);
    const path = this.#path;
    if (path === undefined || stateOf(path) === this.#seen) return false;
    this.#know(path);
    return true;
  }

  /** Look at a file from now on. */
  lookAt(path: string): void {
    if (path === this.#path) return;
    this.#path = path;
    this.#know(path);
  }

  /** Take that changes were told of. */
  told(paths: ReadonlySet<string>): void {
    if (this.#path !== undefined && paths.has(this.#path)) this.#know(this.#path);
  }

  stop(): void {
    clearInterval(this.#timer);
    clearTimeout(this.#doubt);
  }

  /** As a file is now, it is known. */
  #know(path: string): void {
    clearTimeout(this.#doubt);
    this.#doubt = undefined;
    this.#seen = stateOf(path);
  }

  #look(): void {
    const path = this.#path;
    if (path === undefined || this.#doubt !== undefined || stateOf(path) === this.#seen) return;
    this.#doubt = setTimeout(() => {
      this.#know(path);
      this.#onChange(path);
    }, patience);
  }
}

function stateOf(path: string): string {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats === undefined ? '' : `${stats.mtimeMs} ${stats.size} ${stats.ino}`;
}
