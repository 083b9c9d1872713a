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
    pendingExtra: (task) => `${task} was still pending at the end`,
    pendingMissing: (task) => `${task} was done at the end, expected pending`,
    exit: (end, lastLine) =>
      [
        typeof end === 'number'
          ? `it ended the process, with exit code ${end}`
          : `its process was ended by ${end}`,
        ...(lastLine === undefined ? [] : [`after the line '${lastLine}'`]),
      ].join(', '),
    hang: (seconds, lastLine) =>
      `it blocked its process, which was ended after ${seconds}: an endless loop${lastLine === undefined ? '' : ` after the line '${lastLine}'`}?`,
    leak: (resources) => `it left running: ${resources}`,
    nothingExpected: {
      author:
        'nothing is expected of it: give it an expect, or agree to what it does with check --update',
      cpython: 'nothing is expected of it: give it an expect, or record it with asyncio-lab record',
    },
    noSuchVariant: 'it is expected, but the scenario has no such variant',
  },
  summary: {
    passed: (count) => `${count} as expected`,
    failed: (count, names) => `${count} not: ${names}`,
    skipped: (count) => `${count} skipped`,
    interrupted: (count) => `${count} interrupted`,
    skippedScenarios: (count) => `${count === 1 ? '1 scenario' : `${count} scenarios`} skipped`,
    broken: (count, names) =>
      `${count === 1 ? '1 scenario' : `${count} scenarios`} not run: ${names}`,
    join: ', ',
  },
  check: {
    variants: (count) => (count === 1 ? '1 variant' : `${count} variants`),
    leftOut: (paths) => `left out, for they export no scenario: ${paths}`,
    total: (scenarios, variants, counts) =>
      `${scenarios === 1 ? '1 scenario' : `${scenarios} scenarios`}, ${variants === 1 ? '1 variant' : `${variants} variants`}: ${counts}`,
    flaky: (attempts) => `flaky: as expected at attempt ${attempts} only`,
    flakyOnes: (count, names) => ` (${count} flaky: ${names})`,
    attempt: (number, faults) => `attempt ${number}: ${faults}`,
    elided: (count) => (count === 1 ? '1 line as expected' : `${count} lines as expected`),
    moreLines: (count) => (count === 1 ? '1 more line differs' : `${count} more lines differ`),
    moreFaults: (count) => `… and ${count} more`,
    line: (text, at, who) =>
      [
        `'${text}'`,
        ...(at === undefined ? [] : [`at ${at}`]),
        ...(who === undefined ? [] : [who === null ? 'from no task' : `from ${who}`]),
      ].join(' '),
    firstDifference: (number, line) => `the first difference is in line ${number}: ${line}`,
    firstMissing: (number) => `the first difference is in line ${number}, which is missing`,
    cpython: (version, line) => `CPython${version} prints ${line}`,
    author: (line) => `expected: ${line}`,
    earlier: (line) => `${line}, before others that came first here`,
    noSuchLine: 'no such line',
  },
  sideBySide: {
    here: 'TypeScript',
    took: (seconds) => `took ${seconds}`,
    measure: (name, seconds) => `${name} ended at ${seconds}`,
    pending: (tasks) => `still pending at the end: ${tasks}`,
    same: (variants, python) =>
      `no difference: ${variants === 1 ? '1 variant does' : `${variants} variants do`} the same here as in CPython ${python}`,
    different: (variants, of) =>
      `${variants} of ${of} ${of === 1 ? 'variant' : 'variants'} ${variants === 1 ? 'differs' : 'differ'}`,
    first: (place) => `the first difference: ${place}`,
    line: (variant, line) => `${variant}, line ${line}`,
    nothing: 'no such line',
  },
  record: {
    recorded: 'recorded ',
    unchanged: 'unchanged',
    added: 'new',
    removed: 'gone',
    warnings: 'warnings',
    pending: 'pending at the end',
    lines: (count, first, change) =>
      count === 1
        ? `line ${first}: ${change}`
        : `${count} lines, the first line ${first}: ${change}`,
    form: 'the same, written in another way',
  },
  update: {
    unchanged: 'unchanged',
    recorded: (path) => `recorded in ${path}`,
    notRecorded: 'not recorded: this is to be mended first',
    varies: "not recorded: it differs from run to run; name such lines in 'varying'",
    builtIn: 'not recorded: it is one of ours',
    ofCPython: 'not recorded: it is held to what CPython does',
    notOfCPython:
      'not recorded: it is held to what CPython does, and differs (asyncio-lab record asks CPython anew)',
  },
  explain: {
    guide: (claim) => `the guide: ${claim}`,
    cpython: (version, seconds) => `CPython ${version}: ${seconds}`,
    expected: (seconds) => `expected: ${seconds}`,
    source: (path) => `the program: ${path}`,
  },
  bench: {
    workloads: {
      spawn: 'make tasks that return at once, gather them',
      'sleep-zero-1': 'sleep(0), one task',
      'sleep-zero-100': 'sleep(0), a hundred tasks',
      futures: 'two tasks, futures back and forth',
      queue: 'a queue of 100, one producer, one consumer',
      cancel: 'make sleepers, cancel and gather them',
      'deep-chain': '50 calls deep, anew each time',
      'deep-resume': '50 calls deep, the last one resumes',
      lock: 'a thousand tasks, one lock',
      'sleepers-real': 'random delays, real clock',
      'sleepers-virtual': 'random delays, virtual clock',
      thread: 'a function to a thread and back',
      heap: 'memory of a sleeping task',
    },
    growth: 'as the number grows',
    nanoseconds: 'ns each',
    bytes: 'bytes each',
    operations: (count, unit) => `${count}, ${unit}`,
    heading: (processor, cores, node) => `${processor}, ${cores} cores, Node ${node}`,
    rounds: (count) =>
      `Medians of ${count} rounds, with the 10th and the 90th percentile. 64 MiB: with node --max-semi-space-size=64. observed: with an observer attached.`,
  },
  list: {
    heading: (count) => `${count} scenarios`,
    hint: 'asyncio-lab run <name> runs one, with --explain it says what happens and why',
  },
  help: {
    titles: {},
    program: 'Runs the examples of an asyncio guide and shows them beside what CPython does.',
    list: 'list the scenarios, with what CPython measures and what the guide says',
    check: 'run scenarios, each in a process of its own, and say what is not as expected; for CI',
    run: 'run scenarios and show each line beside the one expected',
    names: 'names of scenarios, or paths of your own: .ts, .mts, .js and .mjs files, or folders',
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
    serve: 'keep the server of a variant up on this machine, for curl and others, until Ctrl-C',
    compare: 'run the Python programs in CPython and show both sides, line by line',
    record: 'write down what CPython does with the Python programs',
    pairs: 'scenarios that have a Python program beside them, or mine.ts mine.py',
    compareClock: 'virtual compares exactly; real waits and compares measured times',
    python: 'the CPython to use, 3.12 or later, or pyodide; else python3, else pyodide',
    sources: 'show both programs as well',
    reporter:
      'format of a report: default, dot, json, junit, tap or github; may be given several times',
    outputFile: 'write a report to a file, not to standard output; may be given several times',
    checkNames: 'names of scenarios, or paths of your own; all built-in ones when there are none',
    checkClock: 'virtual (the default) is exact to the nanosecond, real waits',
    tolerance:
      'how far off an instant may be on the real clock: seconds, or a share such as 10%, at least 0.05 s',
    retry: 'run a variant that fails up to N times more; one that passes then is flaky',
    checkTimeLimit: 'stop a variant after S seconds of its clock, and of the world',
    bail: 'skip the rest after N scenarios that fail; 1 when N is left out',
    listOnly: 'list what would be checked, check nothing',
    shard: 'check only the k-th of n parts, for a CI matrix; see merge-reports',
    mergeReports: 'merge the JSON reports of check --shard into the report of one run',
    reports: 'JSON reports, or folders of them',
    init: 'write a first scenario, a script and a workflow that checks it into a project',
    initFolder: 'folder of the project; the current one unless told otherwise',
    update: 'record what your scenarios do now as what they are to do',
    watch: 'go on: run again what a changed file touches',
    poll: 'with --watch: look for changes instead of being told, for network drives',
    bench: 'measure the runtime: time and memory of each operation',
    benchQuick: 'smaller and fewer rounds, about half a minute',
    benchOnly: 'measure only this workload; may be given several times',
    benchRounds: 'measure N rounds',
    new: 'write a scenario of your own to go on from',
    newName: 'its name, or the path of its file: tea, or scenarios/tea.ts',
    completion: 'print a script that completes commands, options and names in a shell',
    shell: 'bash, zsh or fish',
    exercise: {
      program: 'the workshop: exercises that are judged at every save',
      init: 'write the exercises into a folder of your own',
      initFolder: 'the folder; asyncio-exercises unless told otherwise',
      from: 'the exercises of this folder, a teacher’s set, in place of ours',
      watch: 'show an exercise and judge it at every save; what exercise alone does',
      watchName: 'the exercise to begin with; where you were unless told otherwise',
      poll: 'look for changes instead of being told, for network drives',
      check: 'judge an exercise once',
      name: 'an exercise by its name; the current one unless told otherwise',
      all: 'judge all exercises',
      hint: 'show a hint, one more each time',
      reset: 'write an exercise anew; what you wrote is kept beside it',
      list: 'list the exercises and how far you are',
      solution: 'show a solution, once yours passes or after the last hint',
      python: 'beside the same program in Python',
    },
  },
  serve: {
    isUp: (address) => `${address} is up until Ctrl-C.`,
    ask: 'Ask it from another terminal:',
    askTenAtOnce: 'Ten clients at once:',
    stopped: 'stopped',
  },
  watch: {
    watching: (scenarios) =>
      `Watching ${scenarios === 1 ? '1 scenario' : `${scenarios} scenarios`}`,
    failing: (names) => `not as expected: ${names}`,
    changed: (paths) => `changed: ${paths}`,
    keys: 'Enter runs these again, a runs all, q quits',
  },
  init: {
    wrote: 'written',
    exists: 'left as it is',
    hasScript: (name) => `left as it is: it has a script '${name}'`,
    addedScript: (name) => `script '${name}' added`,
    lockFile: 'The workflow needs package-lock.json, which npm install writes: commit it too.',
    readAtRoot: (folder) => `GitHub reads workflows in ${folder} only: move this one there.`,
    next: 'Next:',
  },
  errors: {
    unknownOption: (name) => `unknown option ${name}`,
    unknownCommand: (name) => `unknown command '${name}'`,
    helpShowsAll: '; --help shows all',
    optionNeedsValue: (option) => `${option} needs a value`,
    tooManyArguments: (command) => `${command} takes no names`,
    takesOneName: (command) => `${command} takes one name`,
    argumentMissing: (name) => `<${name}> is missing; --help says what it is`,
    conflict: (one, other) => `${one} and ${other} do not go together`,
    notPositive: (option, value) => `${option} must be a number above 0, not '${value}'`,
    notCount: (option, value) => `${option} must be a whole number above 0, not '${value}'`,
    notTolerance: (value) => `--tolerance must be like 0.1 or 10%, not '${value}'`,
    unknownWorkload: (value, known) => `unknown workload '${value}'; there are ${known}`,
    unknownClock: (value) => `unknown clock '${value}': choose real or virtual`,
    unknownLanguage: (value) => `unknown language '${value}': choose en or zh-TW`,
    serveIsForReal: '--serve is for the real clock: nobody outside can reach the virtual one',
    serveOne: '--serve keeps one server up: name one scenario and one variant',
    servesNothing: (scenario) => `${scenario} has no server to keep up; api-server has one`,
    chooseToServe: (variants) =>
      `which server? choose ${variants.map((name) => `--variant ${name}`).join(' or ')}`,
    serverEnded: (error) => `the server has ended: ${error}`,
    speedIsForReal: '--speed is for the real clock: the virtual one does not wait at all',
    isForReal: (option) => `${option} is for the real clock: add --clock real`,
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
          return `${problem.path} is not a scenario: not a .ts, .mts, .js or .mjs file`;
        case 'no-default-export':
          return `${problem.path} is not a scenario: it has no default export (export default defineScenario({ … }))`;
        case 'no-scenario':
          return `${problem.path} is not a scenario: ${problem.slip}`;
        case 'no-set':
          return `${problem.path} has no set of exercises: there is no set.ts`;
        case 'bad-set':
          return `${problem.path} is not a set of exercises: ${problem.slip}`;
        case 'bad-exercise':
          return `${problem.path} is not an exercise: ${problem.slip}`;
        case 'throws':
          return `cannot load ${problem.path}: ${problem.error}`;
        case 'exits':
          return `cannot load ${problem.path}: it ends the process`;
        case 'never-loads':
          return `cannot load ${problem.path}: it waits for what never comes (a top-level await)`;
        case 'blocks':
          return `cannot load ${problem.path}: it blocked its process, which was ended after ${problem.seconds} s: an endless loop?`;
        case 'breaks':
          return `cannot check ${problem.path}: it breaks the process that it runs in: ${problem.error} (does it change globals?)`;
        case 'no-twin':
          return `${problem.path} has no Python program beside it: ${problem.twin}`;
        case 'lone-twin':
          return `${problem.path} is a Python program: name its scenario before it`;
        case 'bad-recording':
          return `cannot use ${problem.path}: ${problem.cause}`;
        case 'bad-expectation':
          return `cannot use ${problem.path}: ${problem.cause}; delete it, then record it again with check --update`;
      }
    },
    python: (reason, cause) => {
      switch (reason) {
        case 'program':
          return `cannot run the Python program: ${cause}`;
        case 'interpreter':
          return `cannot use this Python: ${cause}`;
        case 'none':
          return `no Python: install 3.12 or later, or give its --python PATH, or npm install pyodide (${cause})`;
        case 'real-clock':
          return `the real clock needs Python 3.12 or later on this machine, give its --python PATH (${cause})`;
        case 'never-ends':
          return `the Python program does not end: ${cause}`;
        case 'ends-python':
          return `the Python program ended its interpreter: ${cause}`;
      }
    },
    lateError: (variant, error) => `${variant}: an error after its end: ${error}`,
    exited: (variant) => `${variant}: it ended the process`,
    updateInCI: '--update is not for CI: what is expected is for a person to agree to',
    nothingToUpdate: '--update is for scenarios of your own: give their paths',
    pollWithoutWatch: '--poll goes with --watch only',
    watchInCI: '--watch is not for CI: it would never end',
    oneFolder: 'init takes one folder',
    exists: (path) => `${path} is there already, and was left as it is: choose another name`,
    notScenarioName: (name) =>
      `'${name}' is no name for a scenario: give letters, digits and dashes, or the path of a .ts file`,
    unknownShell: (value) => `unknown shell '${value}': choose bash, zsh or fish`,
    badPackage: (path, cause) => `cannot use ${path}: ${cause}`,
    cannotWrite: (path, cause) => `cannot write ${path}: ${cause}`,
    cannotPrint: (cause) => `cannot write to standard output: ${cause}`,
    unknownReporter: (value, known) => `unknown reporter '${value}': choose ${known}`,
    twoOnStdout: (one, other) =>
      `${one} and ${other} cannot both go to standard output: add --output-file ${other}=PATH`,
    unknownFormat: (value, name, known) =>
      `--output-file ${value}: unknown format '${name}': choose ${known}; a path would be ./${value}`,
    replacesProgram: (path) =>
      `--output-file ${path} would replace a program or what was recorded: name another file`,
    fileWithoutReporter: (file, reporter) => `--output-file ${file} needs --reporter ${reporter}`,
    badShard: (value) => `--shard must be like 2/5, not '${value}'`,
    nothingToMerge: 'name the JSON reports to merge, or a folder of them',
    report: (problem) => {
      switch (problem.type) {
        case 'unreadable':
          return `cannot read ${problem.path}: ${problem.cause}`;
        case 'no-reports':
          return `no JSON report in the folder ${problem.path}`;
        case 'not-json':
          return `${problem.path} is not JSON: was it written to its end?`;
        case 'not-a-report':
          return `${problem.path} is not a report of asyncio-lab check --json: ${problem.place || 'it'} should be ${problem.expected}`;
        case 'other-schema':
          return `${problem.path} has schemaVersion ${problem.version}, and this asyncio-lab reads ${problem.known}`;
        case 'no-shard':
          return `${problem.path} is not of a shard: only reports of check --shard are merged with others`;
        case 'other-run':
          return `${problem.path} is of another run than ${problem.other}: its ${problem.field} is ${problem.value}, not ${problem.otherValue}`;
        case 'double-shard':
          return `${problem.path} and ${problem.other} are both of shard ${problem.shard}`;
        case 'missing-shards':
          return `no report of shard ${problem.shards.join(', ')}`;
      }
    },
    internal: (error) =>
      `a fault of asyncio-lab itself: ${error} (please report it; ASYNCIO_LAB_DEBUG=1 shows where)`,
  },
  interrupted: 'interrupted',
};
