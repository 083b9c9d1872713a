/** Real events of a real file system: they come when they come. */
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { FileWatch } from '../../src/cli/watch-files.js';
import { folderWith } from './command.js';

let watch: FileWatch;
afterEach(() => watch.close());

/** Watch the folder of `a.ts`; returns the names of what has changed. */
async function watching(folder: string, usePolling = false): Promise<Set<string>> {
  const changed = new Set<string>();
  watch = new FileWatch(usePolling, (paths) => {
    for (const path of paths) changed.add(path.slice(folder.length + 1));
  });
  await watch.add([join(folder, 'a.ts')]);
  return changed;
}

const eventually = (check: () => void, interval = 20) =>
  vi.waitFor(check, { timeout: 60_000, interval });

/** Between two changes: those within a moment are told together, once it is over. */
const pause = 500;

test.each([
  ['told by the system', false],
  ['looking by itself', true],
])(
  'a file that changes, comes and goes is told: %s',
  async (_, usePolling) => {
    const folder = folderWith({ 'a.ts': '1', 'c.ts': '1' });
    const changed = await watching(folder, usePolling);
    // Who looks by itself may look for the first time only after a change.
    let text = '2';
    await eventually(() => {
      text += '2';
      writeFileSync(join(folder, 'a.ts'), text);
      expect(changed).toContain('a.ts');
    }, pause);
    let count = 0;
    await eventually(() => {
      count += 1;
      writeFileSync(join(folder, `b${count}.ts`), '1');
      expect([...changed].some((path) => path.startsWith('b'))).toBe(true);
    }, pause);
    rmSync(join(folder, 'c.ts'));
    await eventually(() => expect(changed).toContain('c.ts'));
  },
  60_000,
);

test('a file that is replaced, as editors do, is told each time', async () => {
  const folder = folderWith({ 'a.ts': '1' });
  const changed = await watching(folder);
  for (const text of ['2', '3']) {
    changed.clear();
    writeFileSync(join(folder, 'a.ts~'), text);
    renameSync(join(folder, 'a.ts~'), join(folder, 'a.ts'));
    await eventually(() => expect(changed).toContain('a.ts'));
  }
});

test('changes within a moment come together', async () => {
  const folder = folderWith({ 'a.ts': '1', 'b.ts': '1' });
  const batches: number[] = [];
  watch = new FileWatch(false, (paths) => batches.push(paths.size));
  await watch.add([join(folder, 'a.ts')]);
  writeFileSync(join(folder, 'a.ts'), '2');
  writeFileSync(join(folder, 'b.ts'), '2');
  await eventually(() => expect(batches).toEqual([2]));
});

test('a folder that goes and comes back can be watched again', async () => {
  const folder = folderWith({ 'a.ts': '1', 'in/b.ts': '1' });
  const changed = await watching(folder);
  await watch.add([join(folder, 'in/b.ts')]);
  rmSync(join(folder, 'in'), { recursive: true });
  await eventually(() => expect([...changed].some((path) => path.startsWith('in'))).toBe(true));
  mkdirSync(join(folder, 'in'));
  await eventually(() => expect(changed).toContain('in'));
  await new Promise((resolve) => setTimeout(resolve, 300));
  await watch.add([join(folder, 'in/b.ts')]);
  writeFileSync(join(folder, 'in/b.ts'), '2');
  await eventually(() => expect(changed).toContain(join('in', 'b.ts')));
});
