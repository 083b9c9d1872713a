/**
 * What `exercise dev check` does: judges every answer of a set, and prints one line for each fault; and
 * every message that a learner can get, if asked to.
 */

import { availableParallelism } from 'node:os';
import { type CheckedExercise, checkSet } from '../../../lab/exercise/check-set.js';
import { findSet, type SetFinding } from '../../../lab/exercise/find.js';
import { languagesOf } from '../../../lab/exercise/languages.js';
import type { SetFault } from '../../../lab/exercise/set-fault.js';
import type { ExerciseStyle } from '../../../report/exercise/words.js';
import type { Language } from '../../../report/style.js';
import { visible } from '../../../report/visible.js';
import type { Context } from '../../context.js';
import { importGuarded } from '../../import-guarded.js';
import { interruptedCode, interruptible } from '../../interrupts.js';
import { languages } from '../../language.js';
import { leavingNothing } from '../../leave.js';
import { messagesIn } from '../../messages.js';
import { UsageError } from '../../usage-error.js';
import type { DevCheckOptions } from '../dev.js';
import { workshopMessagesIn } from '../messages.js';
import { openJudge } from '../open-judge.js';
import { messageLines, reasonIn } from './message-lines.js';
import type { DevWords } from './words.js';

/** Check a set, and return the exit code. */
export async function checkSetAloud(
  folder: string,
  names: readonly string[],
  { messages: showMessages }: DevCheckOptions,
  words: DevWords,
  context: Context,
): Promise<number> {
  const found = await findSet(folder, importGuarded(context.messages));
  const known = found.set.chapters.flatMap((chapter) => chapter.exercises);
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) throw new UsageError(words.unknownExercise(unknown));
  const checked = await checkInterruptibly(found, names);
  if (checked === 'interrupted') {
    process.stderr.write(`asyncio-lab: ${context.messages.interrupted}\n`);
    return interruptedCode;
  }
  if (showMessages) {
    const isBilingual = languagesOf(found.set).length > 0;
    const shown = isBilingual ? languages : [context.language];
    write(messageLines(checked, await Promise.all(shown.map((it) => styleIn(it, context)))));
  }
  const style = await styleIn(context.language, context);
  write(faultLines(checked, words, context, style));
  write([summaryOf(checked, words)]);
  return checked.every(({ faults }) => faults.length === 0) ? 0 : 1;
}

async function checkInterruptibly(
  found: SetFinding,
  names: readonly string[],
): Promise<readonly CheckedExercise[] | 'interrupted'> {
  const judge = openJudge({ reuse: true, types: false });
  const lanes = availableParallelism();
  const end = () => judge.end();
  return leavingNothing(end, () =>
    interruptible(async (signal) => {
      try {
        return await checkSet(found, { names, judge, lanes, signal });
      } catch (error) {
        if (signal.aborted) return 'interrupted';
        throw error;
      } finally {
        end();
      }
    }),
  );
}

function faultLines(
  checked: readonly CheckedExercise[],
  words: DevWords,
  { messages }: Context,
  style: ExerciseStyle,
): string[] {
  const inWords = (fault: SetFault) =>
    fault.type === 'broken'
      ? messages.errors.find(fault.error.problem)
      : words.fault(fault, (verdict) => reasonIn(verdict, style));
  return checked.flatMap(({ name, faults }) => faults.map((it) => `${name}: ${inWords(it)}`));
}

function summaryOf(checked: readonly CheckedExercise[], words: DevWords): string {
  const count = checked.reduce((sum, { faults }) => sum + faults.length, 0);
  const faulty = checked.filter(({ faults }) => faults.length > 0);
  if (count > 0) return words.faults(count, faulty.length);
  const answers = checked.reduce((sum, exercise) => sum + exercise.answers.length, 0);
  return words.sound(checked.length, answers);
}

async function styleIn(language: Language, context: Context): Promise<ExerciseStyle> {
  return {
    ...(await context.style()),
    language,
    words: await messagesIn(language),
    exercise: await workshopMessagesIn(language),
  };
}

function write(lines: readonly string[]): void {
  process.stdout.write(lines.map((line) => `${visible(line)}\n`).join(''));
}
