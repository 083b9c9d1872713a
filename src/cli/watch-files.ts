/**
 * Tells which files change. What is watched is whole folders, for editors replace the files that they
 * save, and new ones are wanted too. Changes that come together are told together.
 */

import { dirname } from 'node:path';
import { type FSWatcher, watch } from 'chokidar';

/** How long it must be quiet before changes are told, in milliseconds: an editor saves in steps. */
const quietTime = 80;

/** How often to look where the system does not tell, in milliseconds. */
const pollTime = 250;

/** Watches folders, without those in them, until it is closed. */
export class FileWatch {
  readonly #usePolling: boolean;
  readonly #onChange: (paths: ReadonlySet<string>) => void;
  readonly #folders = new Map<string, FSWatcher>();
  #changed = new Set<string>();
  #timer: NodeJS.Timeout | undefined;

  /** With `usePolling` it looks by itself instead of being told: network drives do not tell. */
  constructor(usePolling: boolean, onChange: (paths: ReadonlySet<string>) => void) {
    this.#usePolling = usePolling;
    this.#onChange = onChange;
  }

  /** Watch the folders of some files, and some others, from when the promise is kept. */
  async add(files: Iterable<string>, folders: Iterable<string> = []): Promise<void> {
    const all = new Set([...folders, ...Array.from(files, (file) => dirname(file))]);
    const added = [...all].filter((folder) => !this.#folders.has(folder));
    await Promise.all(added.map((folder) => this.#watch(folder)));
  }

  /** Watch no longer. */
  async close(): Promise<void> {
    clearTimeout(this.#timer);
    await Promise.all(Array.from(this.#folders.values(), (watcher) => watcher.close()));
  }

  #watch(folder: string): Promise<void> {
    const watcher = watch(folder, {
      depth: 0,
      ignoreInitial: true,
      ignored: /[/\\](?:node_modules|\.git)$/,
      usePolling: this.#usePolling,
      interval: pollTime,
    });
    this.#folders.set(folder, watcher);
    watcher.on('all', (event, path) => {
      this.#note(path);
      if (event === 'unlinkDir' && path === folder) this.#forget(folder, watcher);
    });
    // What cannot be watched is watched again when it is read the next time.
    watcher.on('error', () => this.#forget(folder, watcher));
    return new Promise((resolve) => {
      watcher.once('ready', () => resolve());
      watcher.once('error', () => resolve());
    });
  }

  #forget(folder: string, watcher: FSWatcher): void {
    if (this.#folders.get(folder) === watcher) this.#folders.delete(folder);
    void watcher.close();
  }

  #note(path: string): void {
    this.#changed.add(path);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const changed = this.#changed;
      this.#changed = new Set();
      this.#onChange(changed);
    }, quietTime);
  }
}
