/**
 * Everything that the command line says; each language has a module of its own.
 */

import type { FindProblem } from '../lab/find-error.js';
import type { Language } from '../report/style.js';
import type { Words } from '../report/words.js';

/** The words of the reports, and those of the command line itself. */
export interface Messages extends Words {
  readonly help: {
    readonly titles: Readonly<Record<string, string>>;
    readonly program: string;
    readonly list: string;
    readonly run: string;
    readonly names: string;
    readonly example: string;
    readonly helpOption: string;
    readonly version: string;
    readonly lang: string;
    readonly noColor: string;
    readonly json: string;
    readonly clock: string;
    readonly speed: string;
    readonly variant: string;
    readonly all: string;
    readonly timeLimit: string;
    readonly explain: string;
  };
  readonly errors: {
    readonly unknownOption: (name: string) => string;
    readonly unknownCommand: (name: string) => string;
    readonly optionNeedsValue: (option: string) => string;
    readonly tooManyArguments: (command: string) => string;
    readonly conflict: (one: string, other: string) => string;
    readonly notPositive: (option: string, value: string) => string;
    readonly unknownClock: (value: string) => string;
    readonly unknownLanguage: (value: string) => string;
    readonly speedIsForReal: string;
    readonly nothingToRun: string;
    /** Added to one of the others. */
    readonly didYouMean: (names: string) => string;
    readonly find: (problem: FindProblem) => string;
    readonly lateError: (variant: string, error: string) => string;
    readonly exited: (variant: string) => string;
    readonly internal: (error: string) => string;
  };
  readonly interrupted: string;
}

/** Load the messages of a language. */
export async function messagesIn(language: Language): Promise<Messages> {
  switch (language) {
    case 'en':
      return (await import('./messages-en.js')).en;
    case 'zh-TW':
      return (await import('./messages-zh-tw.js')).zhTW;
  }
}
