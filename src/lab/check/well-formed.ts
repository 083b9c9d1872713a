/**
 * Whether what a member of the crew says is a message at all. A scenario can change whatever the lab
 * in its process is made of, so nothing is believed that could break the reports.
 */

import type { LineState } from '../alignment.js';
import type { FindProblem } from '../find-error.js';
import { isRecord } from '../form.js';
import type { Fault } from '../result.js';
import type { FromMember, Reply } from './messages.js';

type Test = (value: unknown) => boolean;

const anything: Test = () => true;
const string: Test = (value) => typeof value === 'string';
const named: Test = (value) => string(value) && value !== '';
const number: Test = (value) => typeof value === 'number';
const flag: Test = (value) => typeof value === 'boolean';
const strings = listOf(string);
const text: Test = (value) => string(value) || (isRecord(value) && string(value.en));
const source = oneOf(['cpython', 'author']);
const status = oneOf(['pass', 'fail', 'skip']);
const place = maybe(string);

const outcome: Test = (value) =>
  isRecord(value) && (value.type === 'return' || object({ name: string, message: string })(value));

const printed = object({ t: number, text: string, task: maybe(string), place });
const expectedLine = object({
  t: maybe(number),
  text: string,
  task: (value) => value === null || maybe(string)(value),
});
const states: Readonly<Record<LineState, true>> = {
  ok: true,
  unjudged: true,
  late: true,
  early: true,
  moved: true,
  task: true,
  identity: true,
  differs: true,
  missing: true,
  extra: true,
};
const line = object({
  state: oneOf(Object.keys(states)),
  actual: maybe(printed),
  expected: maybe(expectedLine),
});

const faults: Readonly<Record<Fault['type'], Test>> = {
  lines: object({ count: number }),
  elapsed: object({ actual: number, expected: number }),
  outcome: object({
    actual: outcome,
    expected: outcome,
    place,
    waiting: maybe(listOf(object({ name: string, place }))),
  }),
  'warning-missing': object({ text: string }),
  'warning-extra': object({ text: string, error: maybe(string), place }),
  measure: object({ name: string, actual: maybe(number), expected: number }),
  ratio: object({ ratio: object({ faster: string, than: string }), actual: number }),
  'time-limit': object({ seconds: number }),
  stray: object({ error: string, place }),
  'pending-extra': object({ task: string, place }),
  'pending-missing': object({ task: string }),
  exit: object({ code: maybe(number), signal: maybe(string), last: maybe(string), place }),
  hang: object({ seconds: number, last: maybe(string), place }),
  leak: object({ resources: strings }),
  'nothing-expected': object({ source }),
  'no-such-variant': anything,
};

const measure = object({
  name: string,
  elapsed: maybe(number),
  expected: maybe(number),
  claim: maybe(text),
  status,
});

const variant = object({
  name: string,
  about: text,
  status,
  interrupted: maybe(flag),
  elapsed: maybe(number),
  expected: maybe(number),
  source,
  python: maybe(string),
  claim: maybe(text),
  note: maybe(text),
  measures: listOf(measure),
  log: listOf(line),
  warnings: strings,
  pending: maybe(strings),
  outcome: maybe(outcome),
  faults: listOf(byType(faults)),
  place,
});

/** Those that may come of loading a module. */
const problems: readonly FindProblem['type'][] = [
  'unreadable',
  'not-a-module',
  'no-default-export',
  'no-scenario',
  'throws',
  'exits',
  'never-loads',
  'bad-recording',
  'bad-expectation',
];

const replies: Readonly<Record<Reply['type'], Test>> = {
  result: object({
    result: object({ variants: listOf(variant) }),
    proposal: maybe(object({ path: string, text: string })),
  }),
  helper: anything,
  problem: object({ problem: object({ type: oneOf(problems), path: named, place }) }),
  fault: object({ error: string }),
};

const messages: Readonly<Record<FromMember['type'], Test>> = {
  loading: anything,
  loaded: object({ variants: strings }),
  begins: object({ result: variant, expected: listOf(expectedLine) }),
  line: object({ line, stack: maybe(string) }),
  exits: object({ place }),
  ends: object({ result: variant }),
  late: object({ of: string, error: string }),
  alive: anything,
  done: object({ reply: byType(replies) }),
};

/** Return whether a value is a message of a member. */
export const isMessage = byType(messages) as (value: unknown) => value is FromMember;

function object(fields: Readonly<Record<string, Test>>): Test {
  const tests = Object.entries(fields);
  return (value) => isRecord(value) && tests.every(([key, test]) => test(value[key]));
}

function listOf(test: Test): Test {
  // A list that lacks items has none to test in their places.
  return (value) => Array.isArray(value) && Array.from(value).every((item) => test(item));
}

function maybe(test: Test): Test {
  return (value) => value === undefined || test(value);
}

function oneOf(values: readonly string[]): Test {
  return (value) => values.some((it) => it === value);
}

function byType(tests: Readonly<Record<string, Test>>): Test {
  return (value) =>
    isRecord(value) &&
    typeof value.type === 'string' &&
    Object.hasOwn(tests, value.type) &&
    tests[value.type]?.(value) === true;
}
