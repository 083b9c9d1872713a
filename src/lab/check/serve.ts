/**
 * A member of the crew, within its process: it takes one job after the other.
 *
 * Errors that nobody catches come here as well. While a module loads they are its own; later each is
 * laid at the door of the variant that it comes from, even when that has long ended.
 */

import { describeError } from '../describe-error.js';
import { FindError } from '../find-error.js';
import type { ImportModule } from '../load.js';
import { placedBy } from '../place.js';
import { blame, type Stray } from '../strays.js';
import { performJob } from './job.js';
import type { FromMember, Job, ToMember } from './messages.js';

/** Takes jobs, and tells what comes of them. */
export class Servant {
  readonly #importModule: ImportModule;
  readonly #tell: (message: FromMember) => void;
  /** The errors of this job's variants that came after their ends. */
  readonly #late = new Map<string, Stray[]>();
  #interrupt = new AbortController();
  #failLoading: ((error: unknown) => void) | undefined;

  constructor(importModule: ImportModule, tell: (message: FromMember) => void) {
    this.#importModule = importModule;
    this.#tell = tell;
  }

  /** Take what the parent says. */
  take(message: ToMember): void {
    if (message.type === 'job') {
      // Not even this may hold any more in a process whose globals were changed.
      this.#perform(message.job).catch((error: unknown) => {
        this.#tell({ type: 'done', reply: { type: 'fault', error: String(error) } });
      });
    } else if (message.type === 'interrupt') this.#interrupt.abort();
    else this.#tell({ type: 'alive' });
  }

  /** Take an error that nobody has caught. */
  uncaught(error: unknown): void {
    if (this.#failLoading !== undefined) {
      this.#failLoading(error);
      return;
    }
    const strays = blame(error);
    if (strays === undefined || !strays.isJudged) return;
    const stray = strays.errors.at(-1) ?? { error: '' };
    const errors = this.#late.get(strays.of);
    if (errors === undefined) this.#tell({ type: 'late', of: strays.of, error: stray.error });
    else errors.push(stray);
  }

  async #perform(job: Job): Promise<void> {
    const { name } = job.location;
    const reply = await performJob(job, {
      importModule: (url) => this.#load(url, job.location.path),
      tell: (message) => {
        if (message.type === 'begins') this.#late.set(`${name}/${message.result.name}`, []);
        this.#tell(message);
      },
      signal: this.#interrupt.signal,
      lateErrors: (of) => this.#late.get(of) ?? [],
    });
    this.#late.clear();
    this.#tell({ type: 'done', reply });
  }

  #load(url: string, path: string): ReturnType<ImportModule> {
    return new Promise<{ default?: unknown }>((resolve, reject) => {
      this.#failLoading = (error) =>
        reject(
          new FindError({ type: 'throws', path, error: describeError(error), ...placedBy(error) }),
        );
      this.#importModule(url).then(resolve, reject);
    }).finally(() => {
      this.#failLoading = undefined;
    });
  }
}
