/**
 * Judges answers: each runs in a process of its own, which waits warm, with the library loaded, and
 * is ended and replaced after every answer, so that no answer can harm the next one or the caller.
 *
 * What comes with the set is no answer: a process that has run a solution, or an exercise that nobody
 * has begun, takes the answer, if it is as it was before. So the first save does not wait for another.
 */

import { existsSync, readFileSync, statSync } from 'node:fs';
import type { OpenWorkplace } from '../check/workplace.js';
import { FindError } from '../find-error.js';
import { type CheckTypes, checkTypes } from './check-types.js';
import { diagnose } from './diagnose.js';
import type { Examination, Job } from './examination.js';
import { Examiner } from './examiner.js';
import type { FoundExercise } from './find.js';
import { bilingual } from './languages.js';
import { learnerText } from './learner-file.js';
import { projectOf } from './project-of.js';
import { fromRecording, fromRun, recordedVariant, type Standard } from './standard.js';
import type { Verdict } from './verdict.js';

/** How answers are judged. */
export interface JudgeOptions {
  /** Run several answers in one process, as long as they leave it as it was; one each by default. */
  readonly reuse?: boolean;
  /** Whether the compiler has its say, where there is one; it has by default. */
  readonly types?: boolean;
  /** How many answers there are, where that is known: no process is started for more. */
  readonly answers?: number;
}

/** What goes with an answer. */
export interface Asked {
  readonly signal?: AbortSignal;
  /** Stands for what the file itself predicts. */
  readonly prediction?: readonly string[];
  /** Asks the compiler; about this answer alone by default. */
  readonly checkTypes?: CheckTypes;
}

/**
 * How long an answer may take by its own clock, in seconds. That costs next to nothing, and one that
 * waits for milliseconds where seconds are meant comes to its end.
 */
const timeLimit = 100_000;

/** Judges answers, and keeps a warm process waiting for the next. */
export class Judge {
  readonly #open: OpenWorkplace;
  readonly #options: JudgeOptions;
  readonly #all = new Set<Examiner>();
  readonly #waiting: Examiner[] = [];
  readonly #standards = new Map<string, Promise<Standard>>();
  #left: number;
  #hasEnded = false;

  /** `open` starts the processes; the first is started at once. */
  constructor(open: OpenWorkplace, options: JudgeOptions = {}) {
    this.#open = open;
    this.#options = options;
    this.#left = options.answers ?? Number.POSITIVE_INFINITY;
    this.#keepOneWaiting();
  }

  /**
   * Judge the answer in a file.
   *
   * @throws whatever the signal was aborted with.
   */
  async judge(
    found: FoundExercise,
    file: string,
    { signal, prediction, checkTypes: ask = checkTypes }: Asked = {},
  ): Promise<Verdict> {
    const { types = true } = this.#options;
    const stop = new AbortController();
    const end = () => stop.abort(signal?.reason);
    signal?.addEventListener('abort', end);
    const checkTyped = async () =>
      // A compiler that cannot be asked says nothing.
      types ? await ask(file, projectOf(file), stop.signal).catch(() => undefined) : undefined;
    const isOfSet = () => isNotBegun(found, file);
    // What nobody has begun is only asked about where it cannot be run.
    const typed = isOfSet() ? undefined : checkTyped();
    try {
      const standard = await this.#standardOf(found);
      this.#left -= 1;
      const job = { file, expected: standard.expected, timeLimit };
      const examination = await this.#examine(job, isOfSet, signal);
      const verdict = diagnose(found.exercise, standard, examination, prediction);
      if (!verdict.passed && !couldNotRun(verdict)) return verdict;
      const fault = await (verdict.passed ? typed : (typed ?? checkTyped()));
      if (fault === undefined || fault === 'no-typescript') return verdict;
      const { message, place } = fault;
      return { ...verdict, passed: false, cause: { type: 'types', message }, place };
    } finally {
      signal?.removeEventListener('abort', end);
      stop.abort();
    }
  }

  /** End the process that waits, and whatever runs. */
  end(): void {
    this.#hasEnded = true;
    for (const examiner of this.#all) examiner.end();
    this.#all.clear();
    this.#waiting.length = 0;
  }

  /** What a solution does here is found out once, until it is changed. */
  #standardOf(found: FoundExercise): Promise<Standard> {
    const recorded = found.recording?.variants[recordedVariant];
    if (recorded !== undefined) return Promise.resolve(fromRecording(recorded));
    const key = `${found.solution}:${statSync(found.solution).mtimeMs}`;
    const known = this.#standards.get(key);
    if (known !== undefined) return known;
    const standard = this.#runSolution(found.solution);
    this.#standards.set(key, standard);
    standard.catch(() => this.#standards.delete(key));
    return standard;
  }

  async #runSolution(file: string): Promise<Standard> {
    const examination = await this.#examine({ file, timeLimit }, () => true);
    if (examination.type === 'ran') return fromRun(examination.run);
    const error = 'the solution cannot be run';
    throw new FindError({ type: 'throws', path: file, error });
  }

  async #examine(job: Job, isOfSet: () => boolean, signal?: AbortSignal): Promise<Examination> {
    const examiner = this.#take();
    try {
      return await examiner.examine(job, signal);
    } finally {
      const mayStay = this.#options.reuse || examiner.isUnused || isOfSet();
      if (mayStay && examiner.isUsable) this.#waiting.push(examiner);
      else this.#dismiss(examiner);
      this.#keepOneWaiting();
    }
  }

  /** One that has come to its end while it waited is no answer's fault. */
  #take(): Examiner {
    for (let next = this.#waiting.shift(); next !== undefined; next = this.#waiting.shift()) {
      if (next.isUsable) return next;
      this.#dismiss(next);
    }
    return this.#start();
  }

  #dismiss(examiner: Examiner): void {
    this.#all.delete(examiner);
    examiner.end();
  }

  #keepOneWaiting(): void {
    if (this.#waiting.length === 0 && this.#left > 0 && !this.#hasEnded)
      this.#waiting.push(this.#start());
  }

  #start(): Examiner {
    const examiner = new Examiner(this.#open);
    this.#all.add(examiner);
    return examiner;
  }
}

/** Return whether a file still is what a learner was given. */
function isNotBegun(found: FoundExercise, file: string): boolean {
  if (!existsSync(file) || !existsSync(found.file)) return false;
  const [answer, original] = [file, found.file].map((path) => readFileSync(path, 'utf8'));
  return bilingual.some((it) => answer === learnerText(original ?? '', it));
}

function couldNotRun({ cause }: Verdict): boolean {
  return cause?.type === 'load' || cause?.type === 'no-main';
}
