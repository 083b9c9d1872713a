/**
 * Every message that a learner can get from a set, so that its author can read them one by one: for
 * each exercise each answer that is refused, and what it is told, in each language.
 */

import type { CheckedExercise } from '../../../lab/exercise/check-set.js';
import type { Verdict } from '../../../lab/exercise/verdict.js';
import { causeText } from '../../../report/exercise/cause.js';
import type { ExerciseStyle } from '../../../report/exercise/words.js';
import { textIn } from '../../../report/style.js';

/** Return them in lines, in the languages of the styles. */
export function messageLines(
  checked: readonly CheckedExercise[],
  styles: readonly ExerciseStyle[],
): string[] {
  const width = Math.max(0, ...styles.map(({ language }) => language.length));
  return checked.flatMap(({ name, answers }) =>
    answers
      .filter(({ verdict }) => !verdict.passed)
      .flatMap(({ answer, verdict }) => [
        `${name} · ${answer}${aside(answer, verdict)}`,
        ...styles.map((style) => `   ${style.language.padEnd(width)}  ${reasonIn(verdict, style)}`),
      ]),
  );
}

/** Return what an answer is told: what its exercise says, or else what the lab has found. */
export function reasonIn({ say, cause }: Verdict, style: ExerciseStyle): string {
  if (say !== undefined) return textIn(style.language, say);
  return cause === undefined ? '' : causeText(cause, style);
}

/** Whoever writes exercises wants to know which of both it is. */
function aside(answer: string, { mistake, cause }: Verdict): string {
  if (mistake !== undefined) return mistake === answer ? '' : ` → ${mistake}`;
  return cause === undefined ? '' : ` (${cause.type})`;
}
