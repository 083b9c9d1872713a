/**
 * Checks that the text of a file is a JSON report of the form that this version reads. What is wrong
 * is told with its place, for a report may have been cut short, mended by hand, or written by
 * another version.
 */

import type { Fault } from '../lab/result.js';
import type { JsonReport } from './json.js';
import { ReportError } from './report-error.js';

const known = 1;

/**
 * Read a report; `path` is what an error calls it.
 *
 * @throws ReportError when it is none.
 */
export function readReport(text: string, path: string): JsonReport {
  const report = parse(text, path);
  const fail = (place: string, expected: string): never => {
    throw new ReportError({ type: 'not-a-report', path, place, expected });
  };
  if (!isFields(report)) return fail('', 'an object');
  const version = report.schemaVersion;
  if (typeof version === 'number' && version !== known) {
    throw new ReportError({ type: 'other-schema', path, version: String(version), known });
  }
  new Checker(fail).report(report);
  return report as unknown as JsonReport;
}

function parse(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ReportError({ type: 'not-json', path });
  }
}

type Fields = Readonly<Record<string, unknown>>;

/** A form that a value may have, by the words for it. */
type Form = readonly [name: string, test: (value: unknown) => boolean];

const text: Form = ['a string', (value) => typeof value === 'string'];
const number: Form = ['a number', (value) => typeof value === 'number'];
const flag: Form = ['true or false', (value) => typeof value === 'boolean'];
const fields: Form = ['an object', isFields];
const texts: Form = ['a list of strings', (it) => Array.isArray(it) && it.every(text[1])];
const tasks: Form = [
  'a list of tasks',
  (it) => Array.isArray(it) && it.every((task) => isFields(task) && text[1](task.name)),
];
const taskOrNone: Form = ['a string or null', (it) => it === null || typeof it === 'string'];
const clock = oneOf('real', 'virtual');
const status = oneOf('pass', 'fail', 'skip');
const source = oneOf('cpython', 'author');
const state = oneOf(
  ...['late', 'early', 'task', 'identity', 'differs', 'missing', 'extra', 'moved'],
);
const numberOrInfinity: Form = ['a number', (it) => it === null || typeof it === 'number'];

/** What each type of fault must have. */
const faultForms: Readonly<Record<Fault['type'], Readonly<Record<string, Form>>>> = {
  lines: { count: number },
  elapsed: { actual: number, expected: number },
  outcome: { actual: fields, expected: fields },
  'warning-missing': { text },
  'warning-extra': { text },
  measure: { name: text, expected: number },
  ratio: { ratio: fields, actual: numberOrInfinity },
  'time-limit': { seconds: number },
  stray: { error: text },
  'pending-extra': { task: text },
  'pending-missing': { task: text },
  exit: {},
  hang: { seconds: number },
  leak: { resources: texts },
  'nothing-expected': { source },
  'no-such-variant': {},
};

class Checker {
  readonly #fail: (place: string, expected: string) => never;

  constructor(fail: (place: string, expected: string) => never) {
    this.#fail = fail;
  }

  report(report: Fields): void {
    this.#has(report, '', { schemaVersion: number, clock, node: text, version: text });
    this.#may(report, '', { speed: number, shard: fields, interrupted: flag, leftOut: texts });
    if (isFields(report.shard)) this.#has(report.shard, 'shard', { index: number, count: number });
    this.#each(report.scenarios, 'scenarios', (it, place) => this.#scenario(it, place));
  }

  #scenario(scenario: Fields, place: string): void {
    this.#has(scenario, place, { name: text, status, source: text });
    this.#may(scenario, place, { problem: fields });
    if (isFields(scenario.problem)) {
      this.#has(scenario.problem, `${place}.problem`, { type: text });
      this.#may(scenario.problem, `${place}.problem`, { place: text });
    }
    this.#each(scenario.variants, `${place}.variants`, (it, at) => this.#variant(it, at));
  }

  #variant(variant: Fields, place: string): void {
    this.#has(variant, place, { name: text, status, expectedBy: source });
    this.#may(variant, place, { interrupted: flag, elapsed: number, expected: fields });
    this.#may(variant, place, { python: text, claim: text, note: text, place: text });
    this.#may(variant, place, { warnings: texts, pending: texts, outcome: fields });
    this.#each(variant.log, `${place}.log`, (it, at) => this.#line(it, at));
    this.#each(variant.measures ?? [], `${place}.measures`, (it, at) => {
      this.#has(it, at, { name: text });
      this.#may(it, at, { elapsed: number, expected: number, claim: text });
    });
    this.#faults(variant.faults ?? [], `${place}.faults`);
    for (const [at, retry] of this.#list(variant.retries ?? [], `${place}.retries`)) {
      this.#faults(retry, at);
    }
  }

  #line(line: Fields, place: string): void {
    this.#has(line, place, { ok: flag });
    this.#may(line, place, { t: number, text, task: text, thread: text, place: text, state });
    this.#may(line, place, { expected: text, expectedAt: number, expectedTask: taskOrNone });
    this.#may(line, place, { expectedGroups: fields });
  }

  #faults(list: unknown, place: string): void {
    this.#each(list, place, (fault, at) => {
      this.#has(fault, at, { type: oneOf(...Object.keys(faultForms)) });
      this.#has(fault, at, faultForms[fault.type as Fault['type']]);
      this.#may(fault, at, { place: text, last: text, waiting: tasks });
      if (fault.type !== 'outcome') return;
      for (const key of ['actual', 'expected']) this.#outcome(fault[key] as Fields, `${at}.${key}`);
    });
  }

  #outcome(outcome: Fields, place: string): void {
    this.#has(outcome, place, { type: oneOf('return', 'error') });
    if (outcome.type === 'error') this.#has(outcome, place, { name: text, message: text });
  }

  #each(list: unknown, place: string, check: (item: Fields, place: string) => void): void {
    for (const [at, item] of this.#list(list, place)) {
      if (!isFields(item)) this.#fail(at, fields[0]);
      check(item as Fields, at);
    }
  }

  /** The items of a list, each with its place. */
  #list(list: unknown, place: string): [string, unknown][] {
    if (!Array.isArray(list)) return this.#fail(place, 'a list');
    return list.map((item: unknown, index) => [`${place}[${index}]`, item]);
  }

  #has(object: Fields, place: string, forms: Readonly<Record<string, Form>>): void {
    for (const [key, [name, test]] of Object.entries(forms)) {
      if (!test(object[key])) this.#fail(place === '' ? key : `${place}.${key}`, name);
    }
  }

  #may(object: Fields, place: string, forms: Readonly<Record<string, Form>>): void {
    const given = Object.entries(forms).filter(([key]) => object[key] !== undefined);
    this.#has(object, place, Object.fromEntries(given));
  }
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function oneOf(...values: readonly string[]): Form {
  return [values.join(' or '), (value) => values.some((it) => it === value)];
}
