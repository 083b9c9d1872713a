/**
 * A learner's way through all exercises to the closing page, on a terminal, from `init` on, judged by
 * the real judge.
 */

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { type FoundExercise, loadSet } from '../../../src/lab/exercise/find.js';
import { learnerText, predictionIn } from '../../../src/lab/exercise/learner-file.js';
import { textIn } from '../../../src/report/style.js';
import { asyncioLab, folderWith } from '../command.js';
import { opener, PseudoTerminal } from '../pseudo-terminal.js';

const { exercises } = await loadSet();
const english = (path: string) => learnerText(readFileSync(path, 'utf8'), 'en');

/** A wrong answer to an exercise, and what is said to it. */
function wrongAnswer({ exercise, folder }: FoundExercise): { text: string; say: string } {
  const mistake = exercise.mistakes.find(({ answer }) => answer !== 'unsolved');
  if (mistake === undefined) throw new Error('no wrong answer');
  const text = english(join(folder, 'wrong', `${mistake.answer}.ts`));
  return { text, say: textIn('en', mistake.say) };
}

let terminal: PseudoTerminal | undefined;
afterEach(() => terminal?.kill());

test.skipIf(opener === undefined)(
  `on a terminal, that ${opener ?? 'neither python3 nor script'} opens`,
  async () => {
    const around = folderWith();
    const { code } = await asyncioLab(['exercise', 'init', 'mine'], { cwd: around });
    expect(code).toBe(0);
    const folder = join(around, 'mine');
    const size = { columns: 80, rows: 50 };
    terminal = new PseudoTerminal(['exercise'], folder, {}, size);
    const { length } = exercises;
    for (const [index, found] of exercises.entries()) {
      const { exercise, chapter, name, solution } = found;
      const file = join(folder, chapter.name, `${name}.ts`);
      await terminal.shows(textIn('en', exercise.title));
      if (index === 0) {
        const { text, say } = wrongAnswer(found);
        await terminal.shows('judged at');
        terminal.forget();
        writeFileSync(file, text);
        await terminal.shows(say);
        terminal.send('h');
        await terminal.shows(`Hint 1 of ${exercise.hints.length}`);
        terminal.send('n');
        await terminal.shows('Not yet: this one has to pass first.');
      }
      if (exercise.kind === 'predict') {
        await terminal.shows('In which order does it print these lines?');
        await terminal.shows('Esc back');
        terminal.send(lettersFor(terminal.text, predictionIn(english(solution))));
        await terminal.shows('run it');
        terminal.send('\r');
      } else {
        terminal.forget();
        writeFileSync(file, english(solution));
      }
      await terminal.shows(`${index + 1} of ${length}`);
      await terminal.shows('✓ Right');
      await terminal.shows(textIn('en', exercise.why));
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
