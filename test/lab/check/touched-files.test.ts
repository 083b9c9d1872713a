import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { filesOf } from '../../../src/lab/check/touched-files.js';
import { folderWith } from '../../cli/command.js';

test('a scenario is its module, what that imports, and what lies beside it', () => {
  const folder = folderWith({
    'mine.ts': `
      import { print } from 'asyncio-lab';
      import { one } from './parts/one.js';
      export { two } from './two.mjs';
      import './mine.ts';
      const three = await import('./three.js');`,
    'parts/one.ts': `import {\n  four,\n} from "../four";`,
    'two.mjs': '',
    'four.ts': '',
  });
  const path = join(folder, 'mine.ts');
  const files = filesOf({ path });
  expect(files.map((file) => relative(folder, file))).toEqual([
    'mine.ts',
    join('parts', 'one.ts'),
    'four.ts',
    'two.mjs',
    'three.js',
    'three.ts',
    'mine.cpython.json',
    'mine.expected.json',
  ]);
});
