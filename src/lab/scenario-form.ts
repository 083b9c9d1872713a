/**
 * The form of a scenario as checks, field by field: what `scenario.ts` says in types, for modules
 * that no compiler has seen.
 */

import { type Check, form, isRecord, listOf, must, optional, recordOf } from './form.js';
import { isKeptByJson } from './outcome.js';

const isString = (value: unknown) => typeof value === 'string';
const isSeconds = (value: unknown) => Number.isFinite(value) && Number(value) >= 0;

const text = must(
  "a text, or one in 'en' and one in 'zh-TW'",
  (value) => isString(value) || (isRecord(value) && isString(value.en) && isString(value['zh-TW'])),
);
const string = must('a text', isString);
const seconds = must('a number of seconds', isSeconds);
const positive = must('a number above 0', (value) => Number.isFinite(value) && Number(value) > 0);
const pattern = must('a regular expression', (value) => value instanceof RegExp);
const flag = must('true or false', (value) => typeof value === 'boolean');
const count = must('a whole number', (value) => Number.isInteger(value) && Number(value) >= 0);
const callable = must('a function, not what it returns', (value) => typeof value === 'function');

const line = must(
  "a text or a RegExp, or an instant and one of these: [1, 'ready']",
  (value) =>
    isString(value) ||
    value instanceof RegExp ||
    (Array.isArray(value) &&
      value.length === 2 &&
      isSeconds(value[0]) &&
      (isString(value[1]) || value[1] instanceof RegExp)),
);

const fieldsOfMeasure = form({
  until: optional(string),
  line: optional(string),
  claim: optional(text),
});

const measure: Check = (value, field) => {
  const slip = fieldsOfMeasure(value, field);
  if (slip !== undefined || !isRecord(value)) return slip;
  const hasOne = (value.until === undefined) !== (value.line === undefined);
  return hasOne ? undefined : `'${field}' must have either 'until' or 'line'`;
};

const returned = form({
  type: string,
  value: optional(must('a value that JSON can keep', isKeptByJson)),
});

const raised = form({ type: string, name: string, message: string });

const outcome: Check = (value, field) => {
  const type = isRecord(value) ? value.type : undefined;
  if (type === 'return') return returned(value, field);
  if (type === 'error') return raised(value, field);
  return `'${field}' must be { type: 'return', value } or { type: 'error', name, message }`;
};

/** Checks what a variant is held to. */
export const expectationForm = form({
  elapsed: optional(seconds),
  lines: optional(listOf(line)),
  outcome: optional(outcome),
  warnings: optional(listOf(string)),
  pending: optional(listOf(string)),
});

/** Checks a variant by itself. */
export const variantForm = form({
  about: text,
  main: optional(callable),
  program: optional(callable),
  claim: optional(text),
  note: optional(text),
  serve: optional(callable),
  measures: optional(recordOf(measure)),
  threads: optional(count),
  machineTimed: optional(flag),
  expect: optional(expectationForm),
});

/** Checks a scenario but for what is in its variants. */
export const scenarioForm = form({
  title: text,
  about: text,
  lesson: text,
  varying: optional(listOf(form({ pattern, shown: string }))),
  ratios: optional(
    listOf(
      form({
        faster: string,
        than: string,
        atLeast: optional(positive),
        atMost: optional(positive),
        clock: optional(must("'real'", (value) => value === 'real')),
      }),
    ),
  ),
  variants: must(
    'an object with at least one variant',
    (value) => isRecord(value) && Object.keys(value).length > 0,
  ),
});
