/**
 * What the workshop says in English.
 */

import type { WorkshopMessages } from './messages.js';

/** The messages in English. */
export const en: WorkshopMessages = {
  kinds: { fix: 'fix it', write: 'write it', predict: 'predict it' },
  progress: (done, of) => `${done} of ${of}`,
  expected: 'expected',
  happened: 'what happened',
  predicted: 'your order',
  took: (seconds) => `took ${seconds}`,
  nothing: 'no line',
  output: 'It wrote by itself, past print():',
  causes: {
    syntax: (message) => `This is no TypeScript yet: ${message}`,
    types: (message) => `The types do not fit: ${message}`,
    load: (error) => `The file cannot be loaded: ${error}`,
    noMain:
      'There is nothing to run: the file must export main (or program) as it did when you got it.',
    exit: (code) =>
      `The program ended its own process${code === undefined ? '' : ` with exit code ${code}`}, so nothing of it could be judged.`,
    endless: (seconds, isBlocked) =>
      isBlocked
        ? `It was stopped after ${seconds}: one step never came to its end, so the event loop could not go on. Is there a loop that never ends?`
        : `It was stopped after ${seconds}: it goes on without an end. What should make it stop?`,
    floods: (lines) =>
      `It was stopped after ${lines} lines: nobody reads as many. Is there a loop that never ends?`,
    memory:
      'It used up all the memory of its process, and was stopped. Does something grow without an end?',
    deadlock: (stuck) =>
      `Nothing can ever go on: ${stuck.map(({ coroutine, waitsFor }) => `${coroutine} waits for ${waitsFor}`).join(', and ')}.`,
    neverAwaited: (coroutine) =>
      `${coroutine}() was called and never awaited, so nothing of it ran. Calling it only makes a coroutine object; yield* runs it.`,
    neverRetrieved: (error) =>
      `A task ended with ${error}, and nobody looked at it. Await the task, so that its error reaches somebody.`,
    raised: (error) => `It ended with an error: ${error}`,
    notRaised: (expected) => `It should have ended with ${expected}, and did not.`,
    pending: (coroutine) =>
      `When main ended, the task of ${coroutine} was not done yet, so run() cancelled it. Who waits for it?`,
    swallowed: (coroutine) =>
      `The task of ${coroutine} was asked to cancel, and went on all the same: a catch took the CancelledError and kept it.`,
    blocked: (seconds, atMost) =>
      `One step held the event loop for ${seconds} (${atMost} is the most that is allowed): all other tasks stood still meanwhile.`,
    mustUse: (name) => `The result is right, but this exercise is about ${name}: use it.`,
    mustNotUse: (name) => `The result is right, but it must come about without ${name}.`,
    noPrediction:
      'First say what the program prints, in which order: in prediction, in its file. Then it runs.',
    prediction: (at) => `Line ${at} is another one. The lines before it are right.`,
    lines: (at) => `The lines differ from row ${at} on.`,
    instant: (at, expected, actual) =>
      `The line of row ${at} should come at ${expected}, and came at ${actual}.`,
    elapsed: (expected, actual) => `It should take ${expected}, and took ${actual}.`,
    returned: (expected, actual) => `It should return ${expected}, and returned ${actual}.`,
  },
  missing: 'This file is gone. Key x writes it anew, and so does asyncio-lab exercise reset.',
  passed: 'Right.',
  passedAt: (seconds) => `Right, and it takes ${seconds}.`,
  hint: (number, of) => `Hint ${number} of ${of}`,
  allHintsShown: 'That was the last hint. Key s shows the solution.',
  solution: 'a solution',
  yours: 'yours',
  list: {
    hint: 'asyncio-lab exercise opens the current one',
    current: 'current',
    hintsShown: (count) => (count === 1 ? '1 hint' : `${count} hints`),
    nothingFound: (text) => `No exercise has '${text}' in its name or title.`,
  },
  all: {
    passed: (count) => `${count} pass`,
    failed: (count) => `${count} not yet`,
  },
  prediction: {
    ask: 'Read the program. In which order does it print these lines? Type their letters.',
    answer: 'Order:',
    incomplete: (letters) => `Every line has its place; these are left: ${letters}`,
  },
  closing: {
    heading: (count) =>
      count === 1 ? 'The exercise is done.' : `All ${count} exercises are done.`,
    withoutHints: (count) => `${count} of them without a hint.`,
  },
  aboutProgress: [
    'How far you are with the exercises. You may copy this file to another machine.',
    'One fact a line: current, done, or how many hints you have seen.',
  ],
  ignoredLine: (file, line, text) => `${file}, line ${line} is ignored: ${text}`,
  keys: {
    hint: (next, of) => `hint ${next}/${of}`,
    next: 'next',
    closing: 'the end',
    answer: 'answer',
    list: 'list',
    reset: 'reset',
    solution: 'solution',
    python: 'in Python',
    checkAll: 'check all',
    quit: 'quit',
    move: 'move',
    go: 'go to it',
    back: 'back',
    stop: 'stop',
    scroll: 'scroll',
    submit: 'run it',
    readProgram: 'read the program',
    search: 'type to search',
  },
  hintsEnd: 'That was the last hint; asyncio-lab exercise solution shows a solution.',
  watch: {
    judging: 'judging …',
    judgedAt: (time) => `judged at ${time}`,
    saveToJudge: 'edit the file and save it',
    notPassedYet: 'Not yet: this one has to pass first. Key l lets you pick another one.',
    solutionLater: 'The solution is shown when yours passes, or after the last hint (key h).',
    askReset: 'Write this exercise anew, as you got it? What you wrote is kept beside it. (y/n)',
    kept: 'Nothing was changed.',
    otherSaved: (file) =>
      `You saved ${file}, which is not the current exercise. Key l lets you go to it.`,
    noEvents:
      'The system does not tell when files change here (a network drive?). Files are looked at every second instead; --poll does so from the start.',
    checking: (number, of) => `Checking ${number} of ${of} …`,
    noPython: 'There is no Python beside this exercise.',
  },
  reset: {
    done: (file) => `${file} is as you got it.`,
    backup: (file) => `What you wrote is in ${file}.`,
  },
  check: {
    next: (name, file) => `Next: ${name}, in ${file}`,
    allDone: 'All exercises are done.',
  },
  init: {
    wrote: (count) => `${count} written`,
    exist: (count) => `${count} left as they are`,
    exercises: 'exercises',
    set: 'the set of exercises',
    missingPackages: 'package.json was there already; the exercises need three packages:',
    openInEditor: 'Then open the folder in your editor, beside the terminal.',
    readme: (title, canStart) => `# ${title}

Exercises on asyncio, in TypeScript. They run on asyncio-lab, which behaves as CPython's asyncio does.

\`\`\`sh
npm install
${canStart ? 'npm start' : 'npx asyncio-lab exercise'}
\`\`\`

${canStart ? '`npm start` (or `npx asyncio-lab exercise`)' : 'The second command'} shows one exercise at a time. Open its file in your
editor beside the terminal, change it and save it: what it does is judged at once, line by line and to
the instant. The clock is a virtual one, so a program that sleeps for an hour is judged as fast as any.

| key | |
|---|---|
| h | a hint; one more each time |
| a | your answer, where the lines are to be predicted |
| n | the next exercise, once this one passes |
| l | the list of all exercises |
| x | write this exercise anew |
| s | a solution, once yours passes or all hints are shown |
| p | the solution beside the same program in Python, as soon as s shows it |
| c | check all exercises |
| q | quit |

Where the terminal cannot show this: \`npx asyncio-lab exercise check\`, \`hint\`, \`reset\`, \`list\` and
\`solution\`.

How far you are is in \`progress.txt\`. This folder can be copied to another machine as it is; leave
\`node_modules\` out and run \`npm install\` there.
`,
  },
  errors: {
    noProject:
      'there are no exercises in this folder: asyncio-lab exercise init writes them, then cd into their folder',
    unknownExercise: (name) => `unknown exercise '${name}'`,
    listShowsAll: '; asyncio-lab exercise list shows all',
    severalExercises: (name, names) => `several exercises are called '${name}': choose ${names}`,
    nameOrAll: 'name an exercise or give --all, not both',
    hasExercises: (folder) =>
      `${folder} has exercises already: name another folder for those of --from`,
    projectFile: (act, path, cause) => `cannot ${act} ${path}: ${cause}`,
    setInside: 'the learner’s folder cannot lie in the folder of --from: name another one',
    solutionLater: (name) =>
      `the solution of ${name} is shown when yours passes, or after the last hint (asyncio-lab exercise hint)`,
    noPython: (name) => `${name} has no Python beside it`,
  },
};
