/** The recordings beside the exercises are what CPython does with their solutions in Python. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { formatRecording, recordingFileOf } from '../../../src/lab/cpython/recording.js';
import { exerciseFolders } from '../../../src/lab/exercise/exercise-folders.js';
import { recordExercise } from '../../../src/lab/exercise/record.js';
import { folderWith } from '../../cli/command.js';
import { pyodide } from '../../pyodide.js';

const exercises = exerciseFolders('exercises').map((folder) => ({
  folder,
  name: folder.replace(/^.*[/\\]/, ''),
}));

it.each(exercises)('$name does what its recording says', async ({ folder, name }) => {
  const source = readFileSync(join(folder, `${name}.py`), 'utf8');
  const recording = await recordExercise(pyodide, name, source);
  const path = recordingFileOf(join(folder, `${name}.ts`));
  expect(formatRecording(recording)).toBe(readFileSync(path, 'utf8'));
});

describe('a recording', () => {
  test('is of main', async () => {
    const source =
      'import asyncio\n\nasync def main():\n    await asyncio.sleep(1)\n    print("x")\n';
    const { variants } = await recordExercise(pyodide, 'mine', source);
    expect(variants).toEqual({
      main: {
        elapsed: 1,
        lines: [{ t: 1, text: 'x', task: 'Task-1' }],
        outcome: { type: 'return' },
      },
    });
  });

  test('is of a program, where there is one', async () => {
    const source = 'async def main():\n    pass\n\ndef program():\n    print("outside")\n';
    const { variants } = await recordExercise(pyodide, 'mine', source);
    expect(variants.main?.lines).toEqual([{ t: 0, text: 'outside' }]);
  });
});

describe('the folders of exercises', () => {
  const folder = folderWith({
    'set.ts': '',
    'one/a/exercise.ts': '',
    'one/b/exercise.ts': '',
    'one/notes/text.md': '',
    'two/c/exercise.ts': '',
  });
  const names = (path: string) => exerciseFolders(path).map((it) => it.slice(-3));

  test('are all those of a set', () => {
    expect(names(folder).map((it) => it.replaceAll('\\', '/'))).toEqual(['e/a', 'e/b', 'o/c']);
  });

  test('are a single one, named by itself', () => {
    expect(exerciseFolders(join(folder, 'one', 'a'))).toEqual([join(folder, 'one', 'a')]);
  });

  test('are none where there is neither', () => {
    expect(exerciseFolders(join(folder, 'one', 'notes'))).toEqual([]);
    expect(exerciseFolders(join(folder, 'nowhere'))).toEqual([]);
  });
});
