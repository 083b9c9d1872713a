/**
 * What `asyncio-lab check --watch` does: checks all scenarios, then goes on and checks those again
 * that a changed file touches, in new processes, for a process that has loaded a module keeps it.
 *
 * A change that comes while scenarios run makes them run anew. It ends when the user wants it to.
 */

import { readdirSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { Watched } from '../lab/check/watched.js';
import { FindError } from '../lab/find-error.js';
import type { Location } from '../lab/locate.js';
import { visible } from '../report/visible.js';
import type { CheckOptions } from './check.js';
import { checkOnce, locationsOf } from './check-scenarios.js';
import type { Context } from './context.js';
import { interruptedCode } from './interrupts.js';
import { onKeys } from './keys.js';
import { FileWatch } from './watch-files.js';

const clearScreen = '\x1b[2J\x1b[3J\x1b[H';
const ctrlC = '\x03';

/** Check scenarios until the user has enough, and return the exit code. */
export async function watchScenarios(
  names: readonly string[],
  options: CheckOptions,
  context: Context,
): Promise<number> {
  const watching = new Watching(names, options, context);
  const stopKeys = onKeys((key) => {
    if (key === 'q') watching.end(0);
    else if (key === ctrlC) watching.end(interruptedCode);
    else if (key === 'a') watching.runAll();
    else if (key === '\r' || key === '\n') watching.runAgain();
  });
  const interrupt = () => watching.end(interruptedCode);
  process.on('SIGINT', interrupt);
  try {
    return await watching.untilEnd();
  } finally {
    process.off('SIGINT', interrupt);
    stopKeys();
  }
}

/** What is watched, what runs now and what is to run next. */
class Watching {
  readonly #names: readonly string[];
  readonly #options: CheckOptions;
  readonly #context: Context;
  readonly #watched = new Watched();
  readonly #files: FileWatch;
  readonly #ended: Promise<number>;
  #settle!: { readonly resolve: (code: number) => void; readonly reject: (why: unknown) => void };
  /** The modules to run next, by their paths. */
  #due = new Set<string>();
  /** Those that ran last. */
  #latest: readonly Location[] = [];
  #changed: readonly string[] = [];
  #running: AbortController | undefined;
  #hasEnded = false;

  constructor(names: readonly string[], options: CheckOptions, context: Context) {
    this.#names = names;
    this.#options = options;
    this.#context = context;
    this.#files = new FileWatch(options.poll === true, (paths) => {
      this.#take(paths).catch(this.#settle.reject);
    });
    this.#ended = new Promise((resolve, reject) => {
      this.#settle = { resolve, reject };
    });
  }

  /** Begin; the promise is kept when it has ended. */
  async untilEnd(): Promise<number> {
    try {
      this.#watched.locate(locationsOf(this.#names, this.#options));
      await this.#watchFiles();
      this.runAll();
      return await this.#ended;
    } finally {
      await this.#files.close();
    }
  }

  /** Run all scenarios. */
  runAll(): void {
    this.#request(this.#watched.locations);
  }

  /** Run those again that ran last. */
  runAgain(): void {
    this.#request(this.#latest);
  }

  /** End, whatever is going on. */
  end(code: number): void {
    this.#hasEnded = true;
    this.#running?.abort();
    this.#settle.resolve(code);
  }

  async #take(paths: ReadonlySet<string>): Promise<void> {
    const count = this.#watched.locations.length;
    // A new folder is watched before it is looked into, so that nothing gets lost between.
    await this.#watchFiles();
    const added = this.#locateAgain();
    const touched = [...added, ...this.#watched.touchedBy(paths)];
    if (touched.length === 0) {
      const isIdle = this.#running === undefined && !this.#hasEnded;
      if (isIdle && this.#watched.locations.length < count) this.#sayWhatIsWatched();
      return;
    }
    this.#changed = Array.from(paths, (path) => relative('.', path)).sort();
    this.#request(touched);
  }

  /** A scenario that was named and is gone stays, broken, until it is there again. */
  #locateAgain(): Location[] {
    try {
      return this.#watched.locate(locationsOf(this.#names, this.#options));
    } catch (error) {
      if (error instanceof FindError) return [];
      throw error;
    }
  }

  #request(locations: readonly Location[]): void {
    for (const { path } of locations) this.#due.add(path);
    if (this.#running !== undefined) this.#running.abort();
    else this.#runDue().catch(this.#settle.reject);
  }

  async #runDue(): Promise<void> {
    while (this.#due.size > 0 && !this.#hasEnded) {
      const due = this.#due;
      this.#due = new Set();
      this.#latest = this.#watched.locations.filter(({ path }) => due.has(path));
      await this.#run(this.#latest);
    }
    if (!this.#hasEnded) this.#sayWhatIsWatched();
  }

  async #run(locations: readonly Location[]): Promise<void> {
    this.#sayWhatChanged();
    const running = new AbortController();
    this.#running = running;
    const { results } = await checkOnce(locations, this.#options, this.#context, running.signal);
    this.#running = undefined;
    if (running.signal.aborted) for (const { path } of locations) this.#due.add(path);
    else this.#watched.note(locations, results.scenarios);
    await this.#watchFiles();
  }

  #watchFiles(): Promise<void> {
    return this.#files.add(this.#watched.files, this.#names.flatMap(foldersIn));
  }

  #sayWhatChanged(): void {
    const changed = this.#changed.map(visible).join(', ');
    this.#changed = [];
    if (process.stdout.isTTY) process.stdout.write(clearScreen);
    const { watch } = this.#context.messages;
    if (changed !== '') process.stdout.write(`\n ${watch.changed(changed)}\n\n`);
  }

  #sayWhatIsWatched(): void {
    const { watch, summary } = this.#context.messages;
    const failing = this.#watched.results.filter(({ status }) => status === 'fail');
    const names = failing.map(({ name }) => visible(name)).join(', ');
    const parts = [
      watch.watching(this.#watched.results.length),
      ...(names === '' ? [] : [watch.failing(names)]),
    ];
    const keys = process.stdin.isTTY ? ` ${watch.keys}\n` : '';
    process.stdout.write(`\n ${parts.join(summary.join)}\n${keys}`);
  }
}

/** Of a folder, itself and those in it, where scenarios may come to lie. */
function foldersIn(name: string): string[] {
  const folder = resolve(name);
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return [];
  const inside = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !/^(?:\.|node_modules$)/.test(entry.name))
    .map((entry) => join(folder, entry.name));
  return [folder, ...inside];
}
