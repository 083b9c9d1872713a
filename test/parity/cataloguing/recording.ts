/**
 * What a program of the catalogue did: recorded from CPython, and compared with what it does here.
 *
 * The recording of a topic lies beside its programs. Nobody writes one by hand: `npm run catalogue`
 * does.
 */
import { readFileSync } from 'node:fs';
import type { Interpreter, Report, TranscriptLine } from '../../../src/lab/cpython/interpreter.js';
import type { Outcome } from '../../../src/lab/scenario.js';
import { inCamelCase } from '../translation.js';
import { type Topic, topicFile } from './topics.js';

/** What one program did; instants are seconds from its start, to the nanosecond. */
export interface Recorded {
  readonly elapsed: number;
  readonly lines: readonly TranscriptLine[];
  readonly outcome: Outcome;
  readonly warnings?: readonly string[];
  /** What the default exception handler was told. */
  readonly reports?: readonly Report[];
  /** What Python wrote to standard error besides. */
  readonly errors?: readonly string[];
}

/** What CPython did with the programs of a topic, each under its name in Python. */
export interface TopicRecording {
  readonly format: 1;
  /** The version of Python. */
  readonly python: string;
  readonly topic: string;
  readonly programs: Readonly<Record<string, Recorded>>;
}

/** Record what CPython does with a topic's programs. */
export async function recordTopic(
  interpreter: Interpreter,
  { name: topic, programs, python: source }: Topic,
): Promise<TopicRecording> {
  const recorded: Record<string, Recorded> = {};
  for (const { name } of programs) {
    const { elapsed, lines, outcome, warnings, reports, errors } = await interpreter.run({
      source,
      name: topic,
      entry: name,
    });
    recorded[name] = {
      elapsed,
      lines,
      outcome,
      ...(warnings.length > 0 && { warnings }),
      ...(reports.length > 0 && { reports }),
      ...(errors.length > 0 && { errors }),
    };
  }
  return { format: 1, python: interpreter.python, topic, programs: recorded };
}

/** Return the text of a recording's file. */
export function formatRecording(recording: TopicRecording): string {
  return `${JSON.stringify(recording, null, 2)}\n`;
}

/** Read the recording of a topic. */
export function readRecording({ name }: Topic): TopicRecording {
  return JSON.parse(readFileSync(topicFile(name, '.cpython.json'), 'utf8')) as TopicRecording;
}

/**
 * Return what a program has to do here: what CPython did.
 *
 * Only what a coroutine is called differs, in the warning that it was never awaited.
 */
export function expectedOf({ programs }: TopicRecording, name: string): Recorded | undefined {
  const recorded = programs[name];
  if (recorded?.warnings === undefined) return recorded;
  const warnings = recorded.warnings.map((text) =>
    text.replace(/'(\w+)'/, (_, coroutine) => `'${inCamelCase(coroutine)}'`),
  );
  return { ...recorded, warnings };
}
