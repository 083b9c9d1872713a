/**
 * What `asyncio-lab exercise check` does: judges one answer as the session does, or all of them.
 */

import type { FoundExercise } from '../../lab/exercise/find.js';
import { idOf } from '../../lab/exercise/naming.js';
import { exercisesChecked } from '../../report/exercise/checked.js';
import { paragraph } from '../../report/exercise/paragraph.js';
import type { ExerciseStyle } from '../../report/exercise/words.js';
import { type Language, textIn } from '../../report/style.js';
import type { Context } from '../context.js';
import { interruptedCode, interruptible } from '../interrupts.js';
import { leave, leavingNothing } from '../leave.js';
import { UsageError } from '../usage-error.js';
import { headerOf } from './exercise-page.js';
import { hasPassed, type Judged, judgedLines } from './judge-answer.js';
import { type Checked, judgeEach } from './judge-each.js';
import { openJudge } from './open-judge.js';
import { type Asked, type Opened, type Workshop, withWorkshop } from './workshop.js';

/** What can be asked for. */
export interface CheckExercisesOptions {
  readonly all?: true;
  readonly json?: true;
}

/** Judge what was asked for, print what came of it, and return the exit code. */
export function checkExercises(
  name: string | undefined,
  { all, json }: CheckExercisesOptions,
  context: Context,
  asked: Asked,
): Promise<number> {
  return withWorkshop(context, asked, async (opened) => {
    const { workshop } = opened;
    const { didYouMean } = opened.context.messages.errors;
    if (name !== undefined && all) throw new UsageError(workshop.messages.errors.nameOrAll);
    const wanted = all ? workshop.set.exercises : [workshop.named(name, didYouMean)];
    const checked = await judgeAll(workshop, wanted);
    if (json) write(`${JSON.stringify(asJson(checked, opened), null, 2)}\n`);
    else await show(checked, all === true, opened);
    return checked.every(isRight) ? 0 : 1;
  });
}

function judgeAll(workshop: Workshop, wanted: readonly FoundExercise[]): Promise<Checked[]> {
  const judge = openJudge({ answers: wanted.length });
  const end = () => judge.end();
  const { checking } = workshop.messages.watch;
  return leavingNothing(end, () =>
    interruptible(async (signal) => {
      try {
        return await judgeEach(workshop, judge, wanted, signal, (count) => {
          if (count < wanted.length) sayBriefly(checking(count + 1, wanted.length));
        });
      } catch (error) {
        if (signal.aborted) leave(interruptedCode);
        throw error;
      } finally {
        sayBriefly('');
        end();
      }
    }),
  );
}

/** Say something to who waits, on a line that the next thing said takes. */
function sayBriefly(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${text}\x1b[K`);
}

function isRight({ judged }: Checked): boolean {
  return hasPassed(judged);
}

async function show(checked: readonly Checked[], all: boolean, opened: Opened): Promise<void> {
  const { workshop } = opened;
  const style = await opened.style();
  const [only] = checked;
  if (all || only === undefined) {
    const failed = checked.filter((it) => !isRight(it)).map(({ found }) => found);
    const lines = exercisesChecked(
      checked.map(({ found }) => found),
      failed,
      style,
    );
    write(`${lines.join('\n')}\n`);
    return;
  }
  const lines = [
    ...headerOf(workshop, only.found, style),
    '',
    ...judgedLines(workshop, only.found, only.judged, style),
    ...(isRight(only) ? ['', ...goingOn(workshop, only.found, style)] : []),
  ];
  write(`${lines.join('\n')}\n`);
}

/** The next one becomes the current one: the same command judges it. */
function goingOn(workshop: Workshop, found: FoundExercise, style: ExerciseStyle): string[] {
  const { check } = workshop.messages;
  const next = workshop.nextAfter(found);
  if (next === undefined) return paragraph(check.allDone, style, style.paint.good);
  if (idOf(workshop.current) === idOf(found)) workshop.goTo(next);
  return paragraph(check.next(idOf(next), workshop.fileOf(next)), style);
}

function asJson(checked: readonly Checked[], { workshop, context }: Opened): unknown {
  const passed = checked.filter(isRight).length;
  return {
    schemaVersion: 1,
    exercises: checked.map(({ found, judged }) => ({
      name: idOf(found),
      file: workshop.fileOf(found),
      ...verdictAsJson(workshop, found, judged, context.language),
    })),
    summary: { passed, failed: checked.length - passed },
  };
}

function verdictAsJson(
  workshop: Workshop,
  found: FoundExercise,
  judged: Judged,
  language: Language,
): object {
  if (judged === 'missing') return { passed: false, cause: { type: 'missing' } };
  const { passed, cause, mistake, say, place, elapsed, expectedElapsed, rows, output } = judged;
  return {
    passed,
    cause,
    mistake,
    say: say && textIn(language, say),
    place: workshop.placeOf(found, place)?.at,
    elapsed,
    expected: expectedElapsed === undefined ? undefined : { elapsed: expectedElapsed },
    rows,
    output,
  };
}

function write(text: string): void {
  process.stdout.write(text);
}
