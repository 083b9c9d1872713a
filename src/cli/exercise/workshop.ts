/**
 * A learner's folder with its set of exercises: what every command of the workshop works on.
 */

import { isAbsolute, relative } from 'node:path';
import { type FoundExercise, type FoundSet, loadSet } from '../../lab/exercise/find.js';
import { exerciseNamed, idOf } from '../../lab/exercise/naming.js';
import {
  type Progress,
  withCurrent,
  withDone,
  withHints,
  without,
} from '../../lab/exercise/progress.js';
import { Project, ProjectError, progressFile } from '../../lab/exercise/project.js';
import { nearest } from '../../lab/nearest.js';
import type { Listed } from '../../report/exercise/list.js';
import type { Place } from '../../report/exercise/verdict.js';
import type { ExerciseStyle } from '../../report/exercise/words.js';
import type { Style } from '../../report/style.js';
import { visible } from '../../report/visible.js';
import { type Context, contextOf } from '../context.js';
import { importGuarded } from '../import-guarded.js';
import { type Messages, messagesIn } from '../messages.js';
import { UsageError } from '../usage-error.js';
import { type WorkshopMessages, workshopMessagesIn } from './messages.js';

/** A learner's folder, opened. */
export class Workshop {
  readonly project: Project;
  readonly set: FoundSet;
  readonly messages: WorkshopMessages;
  readonly #ids: readonly string[];

  constructor(project: Project, set: FoundSet, messages: WorkshopMessages) {
    this.project = project;
    this.set = set;
    this.messages = messages;
    this.#ids = set.exercises.map(idOf);
  }

  get progress(): Progress {
    return this.project.progress(this.#ids);
  }

  /** The exercises with the names by which progress knows them. */
  get listed(): Listed[] {
    return this.set.exercises.map((found) => ({ id: idOf(found), found }));
  }

  /** The exercise that the learner is at: the one noted, or else the first that is not done. */
  get current(): FoundExercise {
    const { current, done } = this.progress;
    const { exercises } = this.set;
    const found =
      exercises.find((exercise) => idOf(exercise) === current) ??
      exercises.find((exercise) => !done.includes(idOf(exercise))) ??
      exercises[0];
    if (found === undefined) throw new Error('a set without exercises');
    return found;
  }

  /**
   * Return the exercise that goes by a name; the current one without a name.
   *
   * @param others what else may have been meant
   * @throws UsageError when there is none, or several are called so.
   */
  named(
    name: string | undefined,
    didYouMean: (names: string) => string,
    others: readonly string[] = [],
  ): FoundExercise {
    if (name === undefined) return this.current;
    const found = exerciseNamed(name, this.set.exercises);
    if ('exercise' in found) return found;
    const { errors } = this.messages;
    const isAmbiguous = found.nearest.some((id) => id.endsWith(`/${name}`));
    if (isAmbiguous) {
      throw new UsageError(errors.severalExercises(name, found.nearest.join(', ')));
    }
    const names = [...nearest(name, others), ...found.nearest].join(', ');
    throw new UsageError(
      errors.unknownExercise(name) + (names === '' ? errors.listShowsAll : didYouMean(names)),
    );
  }

  isDone(exercise: FoundExercise): boolean {
    return this.progress.done.includes(idOf(exercise));
  }

  get doneCount(): number {
    const { done } = this.progress;
    return this.#ids.filter((id) => done.includes(id)).length;
  }

  get isAllDone(): boolean {
    return this.doneCount === this.#ids.length;
  }

  hintsShown(exercise: FoundExercise): number {
    const count = this.progress.hints.get(idOf(exercise)) ?? 0;
    return Math.min(count, exercise.exercise.hints.length);
  }

  /** The solution is for those who have one, or who have tried everything else. */
  maySeeSolution(exercise: FoundExercise): boolean {
    return this.isDone(exercise) || this.hintsShown(exercise) === exercise.exercise.hints.length;
  }

  /** Return the exercise to go on with after another: the next that is not done, from the first again. */
  nextAfter(exercise: FoundExercise): FoundExercise | undefined {
    const { exercises } = this.set;
    const { done } = this.progress;
    const at = exercises.indexOf(exercise);
    return [...exercises.slice(at + 1), ...exercises.slice(0, at)].find(
      (other) => !done.includes(idOf(other)),
    );
  }

  goTo(exercise: FoundExercise): void {
    this.#keep(withCurrent(this.progress, idOf(exercise)));
  }

  finish(exercise: FoundExercise): void {
    if (!this.isDone(exercise)) this.#keep(withDone(this.progress, idOf(exercise)));
  }

  /** Note that one more hint is shown, if there is one; returns how many are. */
  showHint(exercise: FoundExercise): number {
    const count = Math.min(this.hintsShown(exercise) + 1, exercise.exercise.hints.length);
    this.#keep(withHints(this.progress, idOf(exercise), count));
    return count;
  }

  /** Write an exercise anew, as if it had never been begun; returns where the old text is kept. */
  reset(exercise: FoundExercise): string | undefined {
    const backup = this.project.reset(exercise);
    this.#keep(without(this.progress, idOf(exercise)));
    return backup && shown(backup);
  }

  /** Return the file of an exercise as the learner finds it from where the command was called. */
  fileOf(exercise: FoundExercise): string {
    return shown(this.project.pathOf(exercise));
  }

  /** Return where a verdict says to look, with what stands there. */
  placeOf(exercise: FoundExercise, place: string | undefined): Place | undefined {
    const [, file = '', line = ''] = /^(.*?):(\d+)(?::\d+)?$/.exec(place ?? '') ?? [];
    if (file === '') return undefined;
    const answer = this.project.pathOf(exercise);
    const isAnswer = [
      answer,
      this.fileOf(exercise),
      relative(this.project.folder, answer),
    ].includes(file);
    if (!isAnswer) return { at: `${isAbsolute(file) ? shown(file) : file}:${line}` };
    const source = this.project.answer(exercise)?.split('\n')[Number(line) - 1];
    const at = `${this.fileOf(exercise)}:${line}`;
    return source === undefined ? { at } : { at, source };
  }

  /** Say which lines of the learner's progress mean nothing, one text a line. */
  get ignoredLines(): string[] {
    return this.progress.ignored.map(({ at, text }) =>
      this.messages.ignoredLine(progressFile, at, text),
    );
  }

  #keep(progress: Progress): void {
    this.project.keep(progress, this.messages.aboutProgress);
  }
}

/** What a command of the workshop is given. */
export interface Opened {
  readonly workshop: Workshop;
  readonly context: Context;
  readonly style: () => Promise<ExerciseStyle>;
}

/** What was asked for beside the command. */
export interface Asked {
  /** Whether a language was. */
  readonly language: boolean;
  readonly colour: boolean;
}

/**
 * Open the learner's folder that the current one is in, and speak its language unless another was
 * asked for.
 *
 * @throws UsageError when there is none, or something of it cannot be used.
 */
export async function withWorkshop<T>(
  given: Context,
  asked: Asked,
  fn: (opened: Opened) => T | Promise<T>,
): Promise<T> {
  const messages = await workshopMessagesIn(given.language);
  return asUsage(messages, async () => {
    const project = Project.find('.');
    if (project === undefined) throw new UsageError(messages.errors.noProject);
    return fn(await openWorkshop(project, given, asked));
  });
}

async function openWorkshop(project: Project, given: Context, asked: Asked): Promise<Opened> {
  const language = asked.language ? given.language : project.language;
  const messages = await workshopMessagesIn(language);
  const context =
    language === given.language
      ? given
      : contextOf(language, await messagesIn(language), () => asked.colour);
  const workshop = new Workshop(project, await setAt(project.set, context.messages), messages);
  for (const line of workshop.ignoredLines) {
    process.stderr.write(`asyncio-lab: ${visible(line)}\n`);
  }
  return { workshop, context, style: async () => exerciseStyle(await context.style(), messages) };
}

/** Load the set of a folder, or that of this package; only the former needs guarding against. */
export function setAt(folder: string | undefined, messages: Messages): Promise<FoundSet> {
  return folder === undefined ? loadSet() : loadSet(folder, importGuarded(messages));
}

/** Call a function; a file that it cannot read or write is the user's to mend. */
export async function asUsage<T>({ errors }: WorkshopMessages, fn: () => Promise<T>): Promise<T> {
  try {
    return await fn();
  } catch (error) {
    if (!(error instanceof ProjectError)) throw error;
    throw new UsageError(errors.projectFile(error.act, shown(error.path), error.message));
  }
}

/** Add the workshop's words to how output is to look. */
export function exerciseStyle(style: Style, exercise: WorkshopMessages): ExerciseStyle {
  return { ...style, exercise };
}

/** Return a path as it is shown: from here, unless that is longer. */
export function shown(path: string): string {
  const fromHere = relative('.', path);
  return fromHere.length < path.length ? fromHere || '.' : path;
}
