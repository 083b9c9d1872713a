/**
 * A set of three exercises, one of each kind, that can be judged without running anything.
 */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Exercise, Kind } from '../../../src/lab/exercise/exercise.js';
import type { FoundExercise, FoundSet } from '../../../src/lab/exercise/find.js';
import { folderWith } from '../command.js';

/** Make the set in a folder of its own. */
export function smallSet(): FoundSet {
  const folder = folderWith({
    'tea/boil/boil.ts': '// [en] TODO: boil it.\n// [zh-TW] TODO：煮開。\nunsolved;\n',
    'tea/boil/solution.ts': 'solved;\n',
    'tea/boil/boil.py': 'import asyncio\n',
    'tea/pour/pour.ts': 'unsolved;\n',
    'tea/pour/solution.ts': 'solved;\n',
    'cake/order/order.ts': 'solved;\nexport const prediction: string[] = [\n  // TODO\n];\n',
    'cake/order/solution.ts':
      "solved;\nexport const prediction: string[] = ['one', 'two', 'three'];\n",
  });
  const tea = chapterNamed('tea', '茶', ['boil', 'pour']);
  const cake = chapterNamed('cake', '蛋糕', ['order']);
  const found = (chapter: typeof tea, name: string, kind: Kind): FoundExercise => ({
    chapter,
    name,
    exercise: exerciseNamed(name, kind),
    folder: join(folder, chapter.name, name),
    file: join(folder, chapter.name, name, `${name}.ts`),
    solution: join(folder, chapter.name, name, 'solution.ts'),
    ...(name === 'boil' && { python: join(folder, chapter.name, name, `${name}.py`) }),
  });
  return {
    set: {
      title: { en: 'Tea time', 'zh-TW': '下午茶' },
      closing: { en: 'That was all of it.', 'zh-TW': '就是這些了。' },
      chapters: [tea, cake],
    },
    exercises: [
      found(tea, 'boil', 'fix'),
      found(tea, 'pour', 'write'),
      found(cake, 'order', 'predict'),
    ],
    isBuiltIn: false,
    folder,
  };
}

/** Make the text of an exercise's file another one. */
export function write(path: string, text: string): void {
  writeFileSync(path, text);
}

function chapterNamed(name: string, chinese: string, exercises: readonly string[]) {
  return { name, title: { en: name.toUpperCase(), 'zh-TW': chinese }, exercises };
}

function exerciseNamed(name: string, kind: Kind): Exercise {
  return {
    title: { en: `To ${name}`, 'zh-TW': `題目 ${name}` },
    kind,
    task: { en: `You are to ${name}.`, 'zh-TW': `請做 ${name}。` },
    hints: [
      { en: `First hint on ${name}.`, 'zh-TW': '第一個提示。' },
      { en: `Second hint on ${name}.`, 'zh-TW': '第二個提示。' },
    ],
    why: { en: `Why to ${name}.`, 'zh-TW': '為什麼。' },
    mistakes: [],
  };
}
