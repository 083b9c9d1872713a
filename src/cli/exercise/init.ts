/**
 * What `asyncio-lab exercise init` does: writes the exercises into a folder of the learner's, in the
 * learner's language, with what an editor and npm need, and says what to do next.
 *
 * It never overwrites: called again, it writes what is missing. The set of a teacher is copied into
 * the folder, so that the folder is whole wherever it is copied to.
 */

import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import type { FoundSet } from '../../lab/exercise/find.js';
import { formatProgress, noProgress } from '../../lab/exercise/progress.js';
import { Project, progressFile, setFolder, settingsFile } from '../../lab/exercise/project.js';
import { makeFolder } from '../../lab/make-folder.js';
import { systemCause } from '../../lab/system-cause.js';
import { padEnd, widthOf } from '../../report/columns.js';
import { textIn } from '../../report/style.js';
import { visible } from '../../report/visible.js';
import type { Context } from '../context.js';
import { findsUs } from '../init/surroundings.js';
import { type Messages, messagesIn } from '../messages.js';
import { UsageError } from '../usage-error.js';
import { type WorkshopMessages, workshopMessagesIn } from './messages.js';
import {
  learnersPackage,
  learnersTsconfig,
  packagesNeeded,
  packagesToInstall,
} from './project-files.js';
import { type Asked, asUsage, setAt, shown } from './workshop.js';

/** Where the exercises go unless the learner says where. */
const usualFolder = 'asyncio-exercises';

/** Write a learner's folder; return what to tell about it. */
export async function initExercises(
  given: string | undefined,
  from: string | undefined,
  context: Context,
  asked: Asked,
): Promise<string> {
  const first = await workshopMessagesIn(context.language);
  return asUsage(first, async () => {
    const around = Project.find('.');
    const folder = resolve(given ?? around?.folder ?? usualFolder);
    const before = existsSync(join(folder, settingsFile)) ? Project.find(folder) : undefined;
    if (before !== undefined && from !== undefined) {
      throw new UsageError(first.errors.hasExercises(shown(folder)));
    }
    if (from !== undefined && !relative(resolve(from), folder).startsWith('..')) {
      throw new UsageError(first.errors.setInside);
    }
    const language = asked.language ? context.language : (before?.language ?? context.language);
    const messages = await workshopMessagesIn(language);
    const general = await messagesIn(language);
    const source = from === undefined ? before?.set : resolve(from);
    const set = await setAt(source, general);
    const writing = new Writing(folder, general.errors.cannotWrite);
    writeAll(writing, set, language, messages);
    if (from !== undefined) writing.copy(setFolder, resolve(from), messages.init.set);
    writing.file(settingsFile, `${JSON.stringify({ language }, null, 2)}\n`);
    return told(writing, folder, messages, general);
  });
}

function writeAll(
  writing: Writing,
  set: FoundSet,
  language: Context['language'],
  messages: WorkshopMessages,
): void {
  const { init, aboutProgress } = messages;
  const project = new Project(writing.folder, { language });
  const exercises = set.exercises.map(
    (exercise) =>
      [
        relative(writing.folder, project.pathOf(exercise)),
        () => project.original(exercise),
      ] as const,
  );
  writing.files(init.exercises, exercises);
  writing.file('package.json', learnersPackage(writing.folder));
  writing.file('tsconfig.json', learnersTsconfig());
  const title = visible(textIn(language, set.set.title));
  writing.file('README.md', init.readme(title, canStart(writing.folder)));
  writing.file(progressFile, formatProgress(noProgress, aboutProgress));
  writing.file('.gitignore', 'node_modules/\n');
}

/** What was written, and what was there already, by what is said of it. */
interface Remark {
  readonly what: string;
  readonly wrote: number;
  readonly exist: number;
  /** Whether it is several files, so that how many matters. */
  readonly isGroup?: true;
}

/** A file to write, with what makes its text. */
type NewFile = readonly [path: string, text: () => string];

/** Writes files that are not there yet, and keeps count. */
class Writing {
  readonly folder: string;
  readonly remarks: Remark[] = [];
  readonly #cannotWrite: (path: string, cause: string) => string;

  constructor(folder: string, cannotWrite: (path: string, cause: string) => string) {
    this.folder = folder;
    this.#cannotWrite = cannotWrite;
  }

  file(path: string, text: string): void {
    const wrote = this.#write([[path, () => text]]);
    this.remarks.push({ what: path, wrote, exist: 1 - wrote });
  }

  files(what: string, files: readonly NewFile[]): void {
    const wrote = this.#write(files);
    this.remarks.push({ what, wrote, exist: files.length - wrote, isGroup: true });
  }

  copy(path: string, from: string, what: string): void {
    const whole = join(this.folder, path);
    this.#attempt(whole, () =>
      cpSync(from, whole, {
        recursive: true,
        filter: (it) => !['node_modules', '.git', 'dist'].includes(basename(it)),
      }),
    );
    this.remarks.push({ what, wrote: 1, exist: 0 });
  }

  /** Whether a file of this name was there already. */
  had(path: string): boolean {
    return this.remarks.some(({ what, exist }) => what === path && exist > 0);
  }

  #write(files: readonly NewFile[]): number {
    let wrote = 0;
    for (const [path, text] of files) {
      const whole = join(this.folder, path);
      if (existsSync(whole)) continue;
      this.#attempt(whole, () => {
        makeFolder(dirname(whole));
        writeFileSync(whole, text(), { flag: 'wx' });
      });
      wrote += 1;
    }
    return wrote;
  }

  #attempt(path: string, fn: () => void): void {
    try {
      fn();
    } catch (error) {
      throw new UsageError(this.#cannotWrite(shown(path), systemCause(error)));
    }
  }
}

function told(
  writing: Writing,
  folder: string,
  messages: WorkshopMessages,
  { init: general }: Messages,
): string {
  const { init } = messages;
  const lines = writing.remarks
    .filter(({ what }) => !what.startsWith('.') || what === setFolder)
    .flatMap(({ what, wrote, exist, isGroup }) => [
      ...(wrote > 0 ? [[what, isGroup ? init.wrote(wrote) : general.wrote] as const] : []),
      ...(exist > 0 ? [[what, isGroup ? init.exist(exist) : general.exists] as const] : []),
    ]);
  const place = shown(folder);
  const needsPackages = writing.had('package.json') && needs(folder);
  const next = [
    ...(place === '.' ? [] : [`cd ${/^[\w./-]+$/.test(place) ? place : JSON.stringify(place)}`]),
    ...(needsPackages
      ? [`npm install --save-dev ${packagesToInstall(folder).join(' ')}`]
      : findsUs(folder)
        ? []
        : ['npm install']),
    'npx asyncio-lab exercise',
  ];
  const width = Math.max(...lines.map(([what]) => widthOf(what)));
  return [
    ...lines.map(([what, remark]) => ` ${padEnd(what, width)}  ${remark}`),
    '',
    ...(needsPackages ? [` ${init.missingPackages}`] : []),
    ` ${general.next}`,
    ...next.map((command) => `   ${visible(command)}`),
    '',
    ` ${init.openInEditor}`,
    '',
  ].join('\n');
}

/** Whether the package of a folder is ours, or as ours: `npm start` shows the exercises. */
function canStart(folder: string): boolean {
  return readFileSync(join(folder, 'package.json'), 'utf8').includes('"asyncio-lab exercise"');
}

function needs(folder: string): boolean {
  const text = readFileSync(join(folder, 'package.json'), 'utf8');
  return packagesNeeded.some((name) => !text.includes(`"${name}"`));
}
