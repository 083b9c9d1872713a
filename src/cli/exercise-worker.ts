/**
 * The program of the processes that run answers to exercises. It ends with its parent, and whatever
 * an answer does to it is noticed there.
 *
 * It gets ready before there is an answer: all that it needs is loaded, so that an answer only has to
 * be read and run.
 */

import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { importUserModule, useRuntime } from '../hosts/usermodules.js';
import { exerciseTexts } from '../lab/built-in-exercises.js';
import { type FromExaminee, floodCode, type ToExaminee } from '../lab/exercise/examination.js';
import { Examinee } from '../lab/exercise/examine.js';
import { settled } from './import-guarded.js';
import { tellExits } from './tell-exits.js';

const { channel } = process;
const send = process.send?.bind(process);
const exit = process.exit.bind(process);

// Answers are not to know that they have a parent, and not to speak to it.
process.send = undefined;

useRuntime(new URL('../lab/exercise/watched-library.js', import.meta.url).href);

/** The channel keeps the process; without it a module that waits for what never comes is noticed. */
async function load(url: string): Promise<Readonly<Record<string, unknown>>> {
  channel?.unref();
  try {
    return await settled(importUserModule(url), fileURLToPath(url));
  } finally {
    channel?.ref();
  }
}

/** The first module in TypeScript takes a quarter of a second; after that each takes no time. */
async function warmUp(): Promise<void> {
  // What an answer is today it was never before: what is kept of others would not be found.
  process.env.TSX_DISABLE_CACHE = '1';
  await importUserModule(pathToFileURL(join(exerciseTexts, 'set.ts')).href).catch(() => {});
}

const tell = (message: FromExaminee) => send?.(message);
const examinee = new Examinee({
  importModule: load,
  tell,
  leaveFlooded: () => exit(floodCode),
});

process.on('uncaughtException', (error) => examinee.uncaught(error));
process.on('unhandledRejection', (error) => examinee.uncaught(error));
// Ctrl-C reaches every process of the terminal; the parent says what becomes of it.
process.on('SIGINT', () => {});
process.on('disconnect', exit.bind(process, undefined));
process.on('message', (message) => examinee.take(message as ToExaminee));

tellExits((where) => tell({ type: 'exits', ...where }));

await warmUp();
tell({ type: 'ready' });
