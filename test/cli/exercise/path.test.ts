/**
 * A learner's way through the exercises to the closing page, judged by the real judge: through all of
 * them at a session that needs no terminal; and on a terminal, from `init`, through the first chapter,
 * which has every kind, and the last exercise, with the others done before.
 */

import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { openJudge } from '../../../src/cli/exercise/open-judge.js';
import { type FoundExercise, loadSet } from '../../../src/lab/exercise/find.js';
import type { Judge } from '../../../src/lab/exercise/judge.js';
import { learnerText, predictionIn } from '../../../src/lab/exercise/learner-file.js';
import { idOf } from '../../../src/lab/exercise/naming.js';
import { textIn } from '../../../src/report/style.js';
import { asyncioLab, folderWith } from '../command.js';
import { opener, PseudoTerminal } from '../pseudo-terminal.js';
import { Learner } from './learner.js';

const { set, exercises, ...rest } = await loadSet();
const title = ({ exercise }: FoundExercise) => textIn('en', exercise.title);
const firstSentence = (text: string) => text.split(/(?<=\.) /)[0] ?? text;
const solutionOf = ({ solution }: FoundExercise) =>
  learnerText(readFileSync(solution, 'utf8'), 'en');

/** A wrong answer of the first exercise, and what is said to it. */
function wrongAnswer({ exercise, folder }: FoundExercise): { text: string; say: string } {
  const mistake = exercise.mistakes.find(({ answer }) => answer !== 'unsolved');
  if (mistake === undefined) throw new Error('no wrong answer');
  const text = learnerText(
    readFileSync(join(folder, 'wrong', `${mistake.answer}.ts`), 'utf8'),
    'en',
  );
  return { text, say: textIn('en', mistake.say) };
}

let terminal: PseudoTerminal | undefined;
let judge: Judge | undefined;
afterEach(() => {
  terminal?.kill();
  judge?.end();
});

/** What is left to do on a terminal. */
const toDo = exercises.filter(
  (found, at) => found.chapter === exercises[0]?.chapter || at === exercises.length - 1,
);

test('what is left to do on a terminal has every kind', () => {
  const kinds = new Set(toDo.map(({ exercise }) => exercise.kind));
  expect(kinds).toEqual(new Set(exercises.map(({ exercise }) => exercise.kind)));
});

test.skipIf(opener === undefined)(
  `on a terminal, that ${opener ?? 'neither python3 nor script'} opens`,
  async () => {
    const around = folderWith();
    const { code } = await asyncioLab(['exercise', 'init', 'mine'], { cwd: around });
    expect(code).toBe(0);
    const folder = join(around, 'mine');
    const done = exercises.filter((found) => !toDo.includes(found));
    const lines = done.map((found) => `done ${idOf(found)}\n`);
    appendFileSync(join(folder, 'progress.txt'), lines.join(''));
    const size = { columns: 80, rows: 50 };
    terminal = new PseudoTerminal(['exercise'], folder, {}, size);
    const { length } = exercises;
    for (const [index, found] of toDo.entries()) {
      const file = join(folder, found.chapter.name, `${found.name}.ts`);
      await terminal.shows(title(found));
      if (index === 0) {
        const { text, say } = wrongAnswer(found);
        await terminal.shows('judged at');
        terminal.forget();
        writeFileSync(file, text);
        await terminal.shows(say);
        terminal.send('h');
        await terminal.shows(`Hint 1 of ${found.exercise.hints.length}`);
        terminal.send('n');
        await terminal.shows('Not yet: this one has to pass first.');
      }
      if (found.exercise.kind === 'predict') {
        await terminal.shows('In which order does it print these lines?');
        await terminal.shows('Esc back');
        terminal.send(lettersFor(terminal.text, predictionIn(solutionOf(found))));
        await terminal.shows('run it');
        terminal.send('\r');
      } else {
        terminal.forget();
        writeFileSync(file, solutionOf(found));
      }
      await terminal.shows(`${done.length + index + 1} of ${length}`);
      await terminal.shows('✓ Right');
      await terminal.shows(firstSentence(textIn('en', found.exercise.why)));
      terminal.send('n');
    }
    await terminal.shows(`All ${length} exercises are done.`);
    await terminal.shows(`${length - 1} of them without a hint.`);
    terminal.send('qq');
    expect(await terminal.ended).toBe(0);
    const progress = readFileSync(join(folder, 'progress.txt'), 'utf8');
    expect(progress.match(/^done /gm)).toHaveLength(length);
  },
);

/** Find in what is shown the letter of each line. */
function lettersFor(shown: string, lines: readonly string[]): string {
  const rows = Array.from(shown.matchAll(/^ {3}([A-Z]) {2}(.*?)\s*$/gm), ([, letter, text]) => ({
    letter,
    text,
  }));
  return lines
    .map((line) => {
      const at = rows.findIndex(({ text }) => text === line);
      return rows.splice(at, 1)[0]?.letter ?? `(${line})`;
    })
    .join('');
}

test('at a session without a terminal', async () => {
  judge = openJudge({ reuse: true, types: false });
  const learner = new Learner({ set, exercises, ...rest }, judge, { height: 50 });
  const shows = (text: string) =>
    vi.waitFor(() => expect(joined(learner.text)).toContain(joined(text)), {
      timeout: 60_000,
      interval: 5,
    });
  for (const [index, found] of exercises.entries()) {
    await shows(title(found));
    if (index === 0) {
      const { text, say } = wrongAnswer(found);
      await learner.save(text);
      await shows(say);
      await learner.press('h');
      await shows('Hint 1 of');
    }
    if (found.exercise.kind === 'predict') {
      await shows('In which order does it print these lines?');
      await learner.press(lettersFor(learner.text, predictionIn(solutionOf(found))), ['enter']);
    } else {
      // Saved sooner, it would end the judging of what is there, and with it a warm process.
      await shows('judged at');
      await learner.save(solutionOf(found));
    }
    await shows('✓ Right');
    await shows(textIn('en', found.exercise.why));
    await learner.press('n');
  }
  await shows(`All ${exercises.length} exercises are done.`);
  await learner.press('q', 'q');
  expect(await learner.ended).toBe(0);
});

function joined(text: string): string {
  return text.replaceAll(/\s/g, '');
}
