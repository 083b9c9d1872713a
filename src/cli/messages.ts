/**
 * Everything that the command line says; each language has a module of its own.
 */

import type { PythonFaultReason } from '../lab/cpython/interpreter.js';
import type { ReportProblem } from '../report/report-error.js';
import type { Language } from '../report/style.js';
import type { Words } from '../report/words.js';

/** The words of the reports, and those of the command line itself. */
export interface Messages extends Words {
  readonly help: {
    readonly titles: Readonly<Record<string, string>>;
    readonly program: string;
    readonly list: string;
    readonly run: string;
    readonly check: string;
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
    readonly serve: string;
    readonly reporter: string;
    readonly outputFile: string;
    readonly mergeReports: string;
    readonly reports: string;
    readonly checkNames: string;
    readonly checkClock: string;
    readonly tolerance: string;
    readonly retry: string;
    readonly checkTimeLimit: string;
    readonly bail: string;
    readonly listOnly: string;
    readonly shard: string;
    readonly init: string;
    readonly initFolder: string;
    readonly update: string;
    readonly watch: string;
    readonly poll: string;
    readonly bench: string;
    readonly benchQuick: string;
    readonly benchOnly: string;
    readonly benchRounds: string;
    readonly compare: string;
    readonly record: string;
    /** The arguments of `compare` and `record`. */
    readonly pairs: string;
    readonly compareClock: string;
    readonly python: string;
    readonly sources: string;
    readonly new: string;
    readonly newName: string;
    readonly completion: string;
    readonly shell: string;
    readonly exercise: {
      readonly program: string;
      readonly init: string;
      readonly initFolder: string;
      readonly from: string;
      readonly watch: string;
      readonly watchName: string;
      readonly poll: string;
      readonly check: string;
      readonly name: string;
      readonly all: string;
      readonly hint: string;
      readonly reset: string;
      readonly list: string;
      readonly solution: string;
      readonly python: string;
    };
  };
  /** What `run --serve` says of a server that is up. */
  readonly serve: {
    readonly isUp: (address: string) => string;
    readonly ask: string;
    readonly askTenAtOnce: string;
    readonly stopped: string;
  };
  /** What `--watch` says when nothing is going on. */
  readonly watch: {
    readonly watching: (scenarios: number) => string;
    readonly failing: (names: string) => string;
    readonly changed: (paths: string) => string;
    readonly keys: string;
  };
  /** What `init` says of each file, and what it says to do next. */
  readonly init: {
    readonly wrote: string;
    readonly exists: string;
    readonly hasScript: (name: string) => string;
    readonly addedScript: (name: string) => string;
    readonly lockFile: string;
    /** Of a workflow in a folder that is not the root of its repository. */
    readonly readAtRoot: (folder: string) => string;
    readonly next: string;
  };
  readonly errors: Words['errors'] & {
    readonly unknownOption: (name: string) => string;
    readonly unknownCommand: (name: string) => string;
    /** Added where no command is near. */
    readonly helpShowsAll: string;
    readonly optionNeedsValue: (option: string) => string;
    readonly tooManyArguments: (command: string) => string;
    readonly takesOneName: (command: string) => string;
    readonly argumentMissing: (name: string) => string;
    readonly conflict: (one: string, other: string) => string;
    readonly notPositive: (option: string, value: string) => string;
    readonly notCount: (option: string, value: string) => string;
    readonly notTolerance: (value: string) => string;
    readonly unknownWorkload: (value: string, known: string) => string;
    readonly unknownClock: (value: string) => string;
    readonly unknownLanguage: (value: string) => string;
    readonly speedIsForReal: string;
    readonly serveIsForReal: string;
    readonly serveOne: string;
    readonly servesNothing: (scenario: string) => string;
    readonly chooseToServe: (variants: readonly string[]) => string;
    readonly serverEnded: (error: string) => string;
    readonly isForReal: (option: string) => string;
    readonly nothingToRun: string;
    /** Added to one of the others. */
    readonly didYouMean: (names: string) => string;
    /** Why Python cannot do what it was asked to; `cause` is its own word for it. */
    readonly python: (reason: PythonFaultReason, cause: string) => string;
    readonly lateError: (variant: string, error: string) => string;
    readonly exited: (variant: string) => string;
    readonly internal: (error: string) => string;
    readonly unknownReporter: (value: string, known: string) => string;
    readonly twoOnStdout: (one: string, other: string) => string;
    readonly unknownFormat: (value: string, name: string, known: string) => string;
    readonly replacesProgram: (path: string) => string;
    readonly fileWithoutReporter: (file: string, reporter: string) => string;
    readonly badShard: (value: string) => string;
    readonly nothingToMerge: string;
    readonly report: (problem: ReportProblem) => string;
    readonly updateInCI: string;
    readonly nothingToUpdate: string;
    readonly pollWithoutWatch: string;
    readonly watchInCI: string;
    readonly oneFolder: string;
    readonly exists: (path: string) => string;
    readonly notScenarioName: (name: string) => string;
    readonly unknownShell: (value: string) => string;
    readonly badPackage: (path: string, cause: string) => string;
    readonly cannotWrite: (path: string, cause: string) => string;
    readonly cannotPrint: (cause: string) => string;
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
