import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { asyncioLab, folderWith } from './command.js';

test('the first scenario in the README runs in an empty folder and passes', async () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  const [, section] = readme.split(/^#+ .*your own scenario.*$/im);
  expect(section, 'README.md has a heading with "your own scenario"').toBeDefined();
  const code = /^```ts\n(.*?)^```$/ms.exec(section ?? '')?.[1];
  expect(code, 'a ```ts block follows that heading').toBeDefined();

  const folder = folderWith({ 'mine.ts': code ?? '' });
  const ended = await asyncioLab(['run', 'mine.ts', '--clock', 'virtual'], { cwd: folder });
  expect(ended).toMatchObject({ code: 0, stderr: '' });
  expect(ended.stdout).toContain(' mine · ');
});
