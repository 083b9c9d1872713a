/**
 * What the TypeScript compiler says of several answers, which it is asked about once: nearly all of
 * the time that one answer takes it goes into the types of the library.
 *
 * An answer that cannot even be parsed keeps the compiler from looking at the types of any: it is
 * asked again about those in which it found nothing. An answer that declares something for all is not
 * asked about together with others.
 */

import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type CheckTypes, checkTypes, checkTypesOf, type TypeFault } from './check-types.js';

/** Asks the compiler about all answers as soon as one of them is asked about. */
export class TypesTogether {
  readonly #files: ReadonlySet<string>;
  readonly #stop = new AbortController();
  #faults: ReturnType<typeof firstFaults> | undefined;

  /** All are of one project. */
  constructor(files: readonly string[]) {
    this.#files = new Set(files.map((file) => resolve(file)).filter(goesWithOthers));
  }

  /** Check the types of an answer, as `checkTypes` does. */
  readonly check: CheckTypes = async (file, projectFolder, signal) => {
    const path = resolve(file);
    if (!this.#files.has(path)) return checkTypes(file, projectFolder, signal);
    this.#faults ??= firstFaults(this.#files, projectFolder, this.#stop.signal);
    const faults = await this.#faults;
    return faults === 'no-typescript' ? faults : faults.get(path);
  };

  /** End the compiler, if it still runs. */
  end(): void {
    this.#stop.abort();
  }
}

function goesWithOthers(file: string): boolean {
  return existsSync(file) && !/\bdeclare\s+(global|module)\b/.test(readFileSync(file, 'utf8'));
}

async function firstFaults(
  files: ReadonlySet<string>,
  projectFolder: string,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, TypeFault> | 'no-typescript'> {
  const first = new Map<string, TypeFault>();
  const open = new Set(files);
  while (open.size > 0) {
    const faults = await checkTypesOf([...open], projectFolder, signal);
    if (faults === 'no-typescript') return faults;
    const known = first.size;
    for (const fault of faults) {
      if (open.delete(fault.file)) first.set(fault.file, fault);
    }
    if (first.size === known) break;
  }
  return first;
}
