/** The words of `exercise dev` in English. */

import type { DevWords } from './words.js';

const count = (number: number, one: string, many = `${one}s`) =>
  `${number} ${number === 1 ? one : many}`;

export const words: DevWords = {
  help: {
    dev: 'make exercises of your own',
    new: 'write a small set of exercises to begin with: one exercise, complete',
    check:
      'check a set: each exercise has something to do, fails unsolved with a message, its solution passes, every wrong answer gets the message meant for it',
    folder: 'the folder of the set, with its set.ts; the current one when left out',
    newFolder: 'the folder to write, which is not there yet',
    names: 'exercises; all of them when left out',
    messages: 'show every message that a learner can get, to be read one by one',
  },
  fault(fault, said) {
    switch (fault.type) {
      case 'broken':
        return fault.error.message;
      case 'not-listed':
        return `${fault.folder} is an exercise, but its chapter does not list it`;
      case 'no-todo':
        return 'its file has no TODO, in each language where its comments are in two';
      case 'half-bilingual':
        return 'its file has comments in one language only: each // [en] needs its // [zh-TW]';
      case 'too-few':
        return fault.what === 'hints'
          ? `it has ${count(fault.count, 'hint')}; two at least are needed`
          : `it knows ${count(fault.count, 'wrong answer')}; two at least are needed, besides 'unsolved'`;
      case 'lacks-text':
        return fault.language === undefined
          ? `'${fault.field}' has no text`
          : `'${fault.field}' has no text in '${fault.language}'`;
      case 'not-recorded':
        return 'it has a Python program and no recording of it: asyncio-lab record <its folder>';
      case 'no-answer':
        return `there is no ${fault.file}`;
      case 'no-mistake':
        return `no mistake has the answer ${fault.file}`;
      case 'types':
        return `${fault.place}: ${fault.message}`;
      case 'solution-fails':
        return `its solution does not pass: ${said(fault.verdict)}`;
      case 'not-to-predict':
        return 'its file must export an empty prediction: export const prediction: string[] = [];';
      case 'passes':
        return `'${fault.answer}' passes, and should not`;
      case 'other-message':
        return `'${fault.answer}' is told something else: ${said(fault.verdict)}`;
    }
  },
  sound: (exercises, answers) =>
    `${count(exercises, 'exercise')}, ${count(answers, 'answer')} judged: all as they should be`,
  faults: (faults, exercises) => `${count(faults, 'fault')} in ${count(exercises, 'exercise')}`,
  unknownExercise: (name) => `the set has no exercise '${name}'`,
  folderIsThere: (path) => `${path} is there already: name a new folder`,
  nextTitle: 'Next',
  next: (folder) => [
    `npx asyncio-lab exercise dev check ${folder}              check it, after every change`,
    `npx asyncio-lab exercise dev check ${folder} --messages   read what learners will be told`,
    `npx asyncio-lab exercise init workshop --from ${folder}   give it to learners`,
  ],
};
