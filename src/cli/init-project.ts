/**
 * What `asyncio-lab init` does: writes a first scenario with its expectation, a script and a workflow
 * into a project, and says what it wrote.
 *
 * It changes nothing that is there. A scenario and its expectation are written together or not at
 * all, for one would not fit another's. Everything is looked at before anything is written.
 */

import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

import { formatExpectedFile } from '../lab/expected-file.js';
import { makeFolder } from '../lab/make-folder.js';
import { systemCause } from '../lab/system-cause.js';
import { writeAtomically } from '../lab/write-atomically.js';
import { visible } from '../report/visible.js';
import type { Context } from './context.js';
import { packageToInstall } from './init/dependency.js';
import { firstExpected, firstScenario } from './init/first-scenario.js';
import { newPackage, type Package, packageIn, scriptName, withScript } from './init/package.js';
import { findsUs, repositoryOf } from './init/surroundings.js';
import { workflowFor } from './init/workflow.js';
import type { Messages } from './messages.js';
import { UsageError } from './usage-error.js';

const workflowPath = '.github/workflows/asyncio-lab.yml';

/** A file to write, or why it is left alone. */
interface Step {
  /** Within the project, with slashes. */
  readonly path: string;
  /** The whole text; absent when the file is left as it is. */
  readonly text?: string;
  /** What is said of it. */
  readonly remark: string;
  /** The file exists, and this is what becomes of it. */
  readonly changes?: true;
}

/** Write into a project what it lacks; return what to tell about it. */
export function initProject(folder: string, context: Context): string {
  const { init } = context.messages;
  const known = packageIn(folder, context.messages);
  const steps = [
    ...scenarioSteps(folder, known, context),
    packageStep(folder, known, context),
    ...(known === undefined ? [stepFor(folder, '.gitignore', 'node_modules/\n', context)] : []),
    stepFor(folder, workflowPath, workflowFor(placeIn(folder).inside), context),
  ];
  for (const step of steps) write(folder, step, context.messages);
  const width = Math.max(...steps.map(({ path }) => path.length));
  const said = steps.map(({ path, remark }) => ` ${path.padEnd(width)}  ${remark}`);
  const next = nextCommands(folder, known, steps).map((command) => `   ${command}`);
  const notes = notesOn(folder, steps, context.messages).map((note) => ` ${note}`);
  const lines = [
    ...said,
    '',
    ` ${init.next}`,
    ...next,
    ...(notes.length > 0 ? ['', ...notes] : []),
  ];
  return `${lines.map(visible).join('\n')}\n`;
}

/** In a CommonJS project a compiler takes a `.ts` for CommonJS, and `.mts` for what it is. */
function scenarioSteps(
  folder: string,
  known: Package | undefined,
  { language, messages: { init } }: Context,
): Step[] {
  const module = known === undefined || known.isModule ? 'first.ts' : 'first.mts';
  const inTheWay = namesIn(join(folder, 'scenarios')).filter((name) => /^first\./.test(name));
  if (inTheWay.length > 0) {
    return inTheWay.map((name) => ({ path: `scenarios/${name}`, remark: init.exists }));
  }
  return [
    {
      path: `scenarios/${module}`,
      text: firstScenario(`scenarios/${module}`, language),
      remark: init.wrote,
    },
    {
      path: 'scenarios/first.expected.json',
      text: formatExpectedFile(firstExpected(language)),
      remark: init.wrote,
    },
  ];
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function packageStep(
  folder: string,
  known: Package | undefined,
  { messages: { init } }: Context,
): Step {
  const path = 'package.json';
  if (known === undefined) return { path, text: newPackage(folder), remark: init.wrote };
  return known.scripts.has(scriptName)
    ? { path, remark: init.hasScript(scriptName) }
    : { path, text: withScript(known), remark: init.addedScript(scriptName), changes: true };
}

/** Return where a folder lies in its repository, and how one gets from there to the root. */
function placeIn(folder: string): { readonly inside: string; readonly root: string } {
  const root = repositoryOf(folder) ?? folder;
  const path = (from: string, to: string) => relative(from, to).replaceAll('\\', '/');
  return { inside: path(root, folder), root: path(folder, root) };
}

function stepFor(folder: string, path: string, text: string, { messages }: Context): Step {
  const { init } = messages;
  return existsSync(join(folder, path))
    ? { path, remark: init.exists }
    : { path, text, remark: init.wrote };
}

function write(folder: string, { path, text, changes }: Step, { errors }: Messages): void {
  if (text === undefined) return;
  const file = join(folder, path);
  try {
    makeFolder(dirname(file));
    if (changes) writeAtomically(file, text);
    else writeFileSync(file, text, { flag: 'wx' });
  } catch (error) {
    throw new UsageError(errors.cannotWrite(file, systemCause(error)));
  }
}

/** What the workflow that is written needs to do its work. */
function notesOn(folder: string, steps: readonly Step[], { init }: Messages): string[] {
  const isWritten = steps.some(({ path, text }) => path === workflowPath && text !== undefined);
  if (!isWritten) return [];
  const { root } = placeIn(folder);
  return [
    ...(existsSync(join(folder, 'package-lock.json')) ? [] : [init.lockFile]),
    // Nobody asked us to write there.
    ...(root === '' ? [] : [init.readAtRoot(`${root}/${dirname(workflowPath)}`)]),
  ];
}

function installing(folder: string, known: Package | undefined): string[] {
  if (known === undefined) return ['npm install'];
  return known.needsUs ? [`npm install --save-dev ${packageToInstall(folder)}`] : [];
}

function nextCommands(
  folder: string,
  known: Package | undefined,
  steps: readonly Step[],
): string[] {
  const place = relative('.', folder);
  const scenario = steps.find(({ path }) => /\/first\.m?ts$/.test(path))?.path;
  const hasOurScript = known?.scripts.get(scriptName)?.includes('asyncio-lab check') ?? true;
  return [
    ...(place === '' ? [] : [`cd ${/^[\w./-]+$/.test(place) ? place : JSON.stringify(place)}`]),
    ...(findsUs(folder) ? [] : installing(folder, known)),
    hasOurScript ? `npm run ${scriptName}` : 'npx asyncio-lab check scenarios',
    ...(scenario === undefined ? [] : [`npx asyncio-lab run ${scenario}`]),
  ];
}
