/**
 * The catalogue as a page to read: `docs/catalogue.md`.
 *
 * Pure text; GitHub's markdown shows the two languages side by side in a table.
 */
import type { Report, TranscriptLine } from '../../../src/lab/cpython/interpreter.js';
import type { Recorded, TopicRecording } from './recording.js';
import type { CataloguedProgram, Topic } from './topics.js';

/** The address of the page. */
export const pageFile = new URL('../../../docs/catalogue.md', import.meta.url);

/** A topic and what CPython did with it. */
export interface Chapter {
  readonly topic: Topic;
  readonly recording: TopicRecording;
}

/** Return the text of the page. */
export function formatPage(chapters: readonly Chapter[]): string {
  const count = chapters.reduce((sum, { topic }) => sum + topic.programs.length, 0);
  const python = chapters[0]?.recording.python;
  return `${[
    '# The catalogue',
    '',
    `${count} small programs, one behaviour each: the rules of asyncio, one by one. Each stands here`,
    'in TypeScript, as this library runs it, and in Python, with what CPython does: the instant in',
    'seconds, the task that printed, the line. Both do the same, to the letter; a test runs them all.',
    '',
    '`await` is `yield*` here. The imports are left out: everything in TypeScript comes from',
    '`asyncio-lab`. A thread here knows the loop that started it; in Python it has to be told.',
    '',
    `<!-- Made by npm run catalogue, from test/parity/catalogue and CPython ${python}. -->`,
    '',
    '## Contents',
    '',
    ...chapters.flatMap(contents),
    '',
    ...chapters.flatMap(chapter),
  ].join('\n')}\n`;
}

function contents({ topic: { title, programs } }: Chapter): string[] {
  return [
    `- [${title}](#${anchorOf(title)})`,
    ...programs.map((program) => `  - [${headingOf(program)}](#${anchorOf(headingOf(program))})`),
  ];
}

function chapter({ topic, recording }: Chapter): string[] {
  return [
    `## ${topic.title}`,
    '',
    topic.about,
    '',
    ...topic.programs.flatMap((program) =>
      section(program, recording.programs[program.name] as Recorded),
    ),
  ];
}

function section(program: CataloguedProgram, recorded: Recorded): string[] {
  return [
    `### ${headingOf(program)}`,
    '',
    program.sentence,
    '',
    '<table><tr><td valign="top">',
    '',
    ...fenced('ts', program.typescript),
    '',
    '</td><td valign="top">',
    '',
    ...fenced('python', program.python),
    '',
    '</td></tr></table>',
    '',
    ...fenced('text', transcriptOf(recorded).join('\n')),
    '',
  ];
}

function fenced(language: string, text: string): string[] {
  return [`\`\`\`${language}`, text, '```'];
}

/** A program's name as words. */
function headingOf({ name }: CataloguedProgram): string {
  return name.replaceAll('_', ' ');
}

/** The anchor that GitHub gives a heading. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\w -]/g, '')
    .replaceAll(' ', '-');
}

/** Put what a program did into lines: instant, task, text. */
function transcriptOf({ lines, elapsed, outcome, ...said }: Recorded): string[] {
  const { warnings = [], reports = [] } = said;
  const all = [...lines, ...reports.map(lineOf)].sort((a, b) => a.t - b.t);
  const width = Math.max(0, ...all.map(({ task = '' }) => task.length));
  const row = ({ t, task = '', text }: TranscriptLine) =>
    `${instant(t)}  ${task.padEnd(width)}  ${text}`.trimEnd();
  return [
    ...all.map(row),
    ...warnings,
    ...(outcome.type === 'error' ? [`${outcome.name}: ${outcome.message}`] : []),
    `${instant(elapsed)}  end`,
  ];
}

/** Put a report as if it were printed. */
function lineOf({ t, message, error, task }: Report): TranscriptLine {
  const text = error === undefined ? message : `${message}: ${error.message}`;
  return { t, text: `reported: ${text}`, ...(task !== undefined && { task }) };
}

function instant(seconds: number): string {
  return String(seconds).padStart(4);
}
