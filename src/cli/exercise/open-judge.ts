/**
 * Opens judges, whose processes run the program that is there for answers.
 */

import { processes } from '../../lab/check/own-process.js';
import { Judge, type JudgeOptions } from '../../lab/exercise/judge.js';
import { programOfPackage } from '../program-of-package.js';

/** An answer needs little memory; one that takes more is stopped before the machine suffers. */
const memoryLimit = '--max-old-space-size=256';

/** Open a judge; its first process gets ready at once. */
export function openJudge(options?: JudgeOptions): Judge {
  return new Judge(processes(programOfPackage('exercise-worker'), [memoryLimit]), options);
}
