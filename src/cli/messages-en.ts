/**
 * What the command line says in English.
 */

import type { Messages } from './messages.js';

/** The messages in English. */
export const en: Messages = {
  seconds: (number) => `${number} s`,
  clocks: {
    virtual: 'virtual clock',
    real: 'real clock',
    fasterReal: (speed) => `real clock, ${speed}× speed`,
  },
  marks: {
    at: (at) => `at ${at}`,
    late: (at) => `late: expected at ${at}`,
    early: (at) => `early: expected at ${at}`,
    moved: (at) => `moved: expected at ${at}`,
    misplaced: 'moved',
    task: (name) => `expected from ${name}`,
    noTask: 'expected from no task',
    identity: (groups) => `wrong ${groups}`,
    differs: 'differs',
    expected: 'expected',
    missing: 'missing',
    extra: 'not expected',
  },
  columns: {
    variant: 'variant',
    measured: 'measured',
    cpython: 'CPython',
    expected: 'expected',
    guide: 'the guide',
  },
  timesFaster: (times) => `${times}× faster`,
  skipped: 'skipped',
  interruptedVariant: 'interrupted',
  roughInstants: (speed, seconds) =>
    `At ${speed}× speed instants are only rough: they may be off by ${seconds}.`,
  computingIsFree: 'Computing costs no time on the virtual clock: CPython needs some.',
  raised: (error) => `raised ${error}`,
  returned: (value) => `returned ${value}`,
  returnedNothing: 'returned nothing',
  faults: {
    lines: (count) => (count === 1 ? '1 line differs' : `${count} lines differ`),
    elapsed: (actual, expected) => `took ${actual}, expected ${expected}`,
    outcome: (actual) => `it ${actual}`,
    outcomeExpected: (expected) => `expected: it ${expected}`,
    warningMissing: (text) => `no warning, expected: ${text}`,
    warningExtra: (text) => `a warning that was not expected: ${text}`,
    measure: (name, actual, expected) => `${name} ended at ${actual}, expected ${expected}`,
    measureMissing: (name, expected) => `${name} never ended, expected at ${expected}`,
    ratio: (faster, than, actual, bounds) =>
      `${faster} is ${actual}× as fast as ${than}, expected ${bounds}`,
    atLeast: (times) => `at least ${times}×`,
    atMost: (times) => `at most ${times}×`,
    timeLimit: (seconds) => `stopped after ${seconds}: it hangs, or needs a longer --time-limit`,
    stray: (error) => `an error that nobody caught: ${error}`,
  },
  summary: {
    passed: (count) => `${count} as expected`,
    failed: (count, names) => `${count} not: ${names}`,
    skipped: (count) => `${count} skipped`,
    interrupted: (count) => `${count} interrupted`,
    join: ', ',
  },
  explain: {
    guide: (claim) => `the guide: ${claim}`,
    cpython: (version, seconds) => `CPython ${version}: ${seconds}`,
    expected: (seconds) => `expected: ${seconds}`,
    source: (path) => `the program: ${path}`,
  },
  list: {
    heading: (count) => `${count} scenarios`,
    hint: 'asyncio-lab run <name> runs one, with --explain it says what happens and why',
  },
  help: {
    titles: {},
    program: 'Runs the examples of an asyncio guide and shows them beside what CPython does.',
    list: 'list the scenarios, with what CPython measures and what the guide says',
    run: 'run scenarios and show each line beside the one expected',
    names: 'names of scenarios, or paths of your own: .ts, .js and .mjs files, or folders',
    example: 'Example:',
    helpOption: 'show this help',
    version: 'show the version',
    lang: 'language: en or zh-TW; that of the locale unless told otherwise',
    noColor: 'no colours; NO_COLOR does the same',
    json: 'report as JSON, for scripts',
    clock: 'real waits, virtual jumps from timer to timer',
    speed: 'let the real clock run N times as fast',
    variant: 'run only this variant; may be given several times',
    all: 'run all scenarios',
    timeLimit: 'stop a variant after S seconds of its clock',
    explain: 'say what happens and why, run nothing',
  },
  errors: {
    unknownOption: (name) => `unknown option ${name}`,
    unknownCommand: (name) => `unknown command '${name}'`,
    optionNeedsValue: (option) => `${option} needs a value`,
    tooManyArguments: (command) => `${command} takes no names`,
    conflict: (one, other) => `${one} and ${other} do not go together`,
    notPositive: (option, value) => `${option} must be a number above 0, not '${value}'`,
    unknownClock: (value) => `unknown clock '${value}': choose real or virtual`,
    unknownLanguage: (value) => `unknown language '${value}': choose en or zh-TW`,
    speedIsForReal: '--speed is for the real clock: the virtual one does not wait at all',
    nothingToRun: 'name a scenario or give --all; asyncio-lab list shows them',
    didYouMean: (names) => `; did you mean ${names}?`,
    find: (problem) => {
      switch (problem.type) {
        case 'unknown-scenario':
          return problem.nearest.length > 0
            ? `unknown scenario '${problem.name}'`
            : `unknown scenario '${problem.name}'; asyncio-lab list shows all`;
        case 'unknown-variant':
          return problem.nearest.length > 0
            ? `unknown variant '${problem.name}'`
            : `unknown variant '${problem.name}'; its variants: ${problem.known.join(', ')}`;
        case 'unreadable':
          return `cannot read ${problem.path}: ${problem.cause}`;
        case 'empty-folder':
          return `no scenario in the folder ${problem.path}`;
        case 'not-a-module':
          return `${problem.path} is not a scenario: not a .ts, .js or .mjs file`;
        case 'no-default-export':
          return `${problem.path} is not a scenario: it has no default export (export default defineScenario({ … }))`;
        case 'no-scenario':
          return `${problem.path} is not a scenario: ${problem.slip}`;
        case 'throws':
          return `cannot load ${problem.path}: ${problem.error}`;
        case 'exits':
          return `cannot load ${problem.path}: it ends the process`;
        case 'never-loads':
          return `cannot load ${problem.path}: it waits for what never comes (a top-level await)`;
        case 'bad-recording':
          return `cannot use ${problem.path}: ${problem.cause}`;
      }
    },
    lateError: (variant, error) => `${variant}: an error after its end: ${error}`,
    exited: (variant) => `${variant}: it ended the process`,
    internal: (error) =>
      `a fault of asyncio-lab itself: ${error} (please report it; ASYNCIO_LAB_DEBUG=1 shows where)`,
  },
  interrupted: 'interrupted',
};
