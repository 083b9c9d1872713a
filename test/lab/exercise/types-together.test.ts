import { expect, test } from 'vitest';
import { checkTypes } from '../../../src/lab/exercise/check-types.js';
import { TypesTogether } from '../../../src/lab/exercise/types-together.js';
import { folderWith } from '../../cli/command.js';
import { solution } from './answers.js';

/** The solution with a slip that only the compiler sees. */
const slip = solution.replace("print('two');", "const n: number = 'two';\n  print(n);");

const answers = {
  'sound.ts': solution,
  'slip.ts': slip,
  'unreadable.ts': 'const x = ;\n',
  'again.ts': slip.replace("'two'", 'true'),
  // With others, it would have a say in what is right in theirs.
  'for-all.ts': `${solution}declare global { interface Array<T> { readonly of: T } }\n`,
  'uses-it.ts': `${solution}export const one: number = [1].of;\n`,
};

test('of answers asked about together, each is told what it is told alone', async () => {
  const folder = folderWith(answers);
  const files = [...Object.keys(answers), 'gone.ts'].map((name) => `${folder}/${name}`);
  const together = new TypesTogether(files);
  const said = await Promise.all(files.map((file) => together.check(file, folder)));
  expect(said.map((fault) => typeof fault === 'object' && fault.message)).toEqual([
    false,
    "Type 'string' is not assignable to type 'number'.",
    'Expression expected.',
    "Type 'boolean' is not assignable to type 'number'.",
    false,
    expect.stringContaining("Property 'of' does not exist"),
    false,
  ]);
  expect(said).toEqual(await Promise.all(files.map((file) => checkTypes(file, folder))));
});

test('the compiler is ended when nobody wants to know any more', async () => {
  const folder = folderWith(answers);
  const file = `${folder}/slip.ts`;
  const together = new TypesTogether([file]);
  together.end();
  expect(await together.check(file, folder)).toBe('no-typescript');
});
