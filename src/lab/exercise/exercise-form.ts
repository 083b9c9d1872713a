/**
 * The form of an exercise and of a set as checks, field by field: what `exercise.ts` says in types,
 * for modules that no compiler has seen.
 */

import { form, isRecord, listOf, must, optional } from '../form.js';

const isString = (value: unknown) => typeof value === 'string';

const text = must(
  "a text, or one in 'en' and one in 'zh-TW'",
  (value) => isString(value) || (isRecord(value) && isString(value.en) && isString(value['zh-TW'])),
);
const string = must('a text', isString);
const flag = must('true or false', (value) => typeof value === 'boolean');
const seconds = must(
  'a number of seconds',
  (value) => Number.isFinite(value) && Number(value) >= 0,
);
const callable = must('a function', (value) => typeof value === 'function');
const name = must(
  'a name of lower-case letters, digits and hyphens',
  (value) => isString(value) && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(String(value)),
);

const exerciseForm = form({
  title: text,
  kind: must("'fix', 'write' or 'predict'", (value) =>
    ['fix', 'write', 'predict'].includes(value as string),
  ),
  task: text,
  hints: listOf(text),
  why: text,
  rules: optional(
    form({
      uses: optional(listOf(string)),
      avoids: optional(listOf(string)),
      blocksAtMost: optional(seconds),
      maySwallow: optional(flag),
      tasks: optional(flag),
    }),
  ),
  mistakes: listOf(form({ answer: name, when: callable, say: text })),
});

const setForm = form({
  title: text,
  closing: text,
  chapters: listOf(form({ name, title: text, exercises: listOf(name) })),
});

/** Say in a few words why a value is no exercise; `undefined` when it is one. */
export function slipOfExercise(value: unknown): string | undefined {
  if (!isRecord(value)) return 'an exercise is an object: export default defineExercise({ … })';
  return exerciseForm(value, '');
}

/** Say in a few words why a value is no set of exercises; `undefined` when it is one. */
export function slipOfSet(value: unknown): string | undefined {
  if (!isRecord(value)) return 'a set is an object: export default defineExerciseSet({ … })';
  const slip = setForm(value, '');
  if (slip !== undefined) return slip;
  const names = (value as { chapters: { exercises: string[] }[] }).chapters.flatMap(
    ({ exercises }) => exercises,
  );
  const twice = names.find((it, index) => names.indexOf(it) !== index);
  return twice === undefined ? undefined : `two exercises are named '${twice}'`;
}
