import { join } from 'node:path';
import { expect, test } from 'vitest';
import { builtInNames } from '../../src/lab/builtins.js';
import { widthOf } from '../../src/report/columns.js';
import { asyncioLab, folderWith } from './command.js';

test('every scenario is listed, with CPython’s time and the guide’s', async () => {
  const { code, stdout, stderr } = await asyncioLab(['list']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toContain(' to-thread · asyncio.to_thread()\n');
  expect(stdout).toMatch(/^ {3}blocking +10 s {3}–$/m);
  expect(stdout).toMatch(/^ {5}hard_work +9 s {3}about 9 s$/m);
  for (const line of stdout.split('\n')) expect(widthOf(line)).toBeLessThanOrEqual(80);
});

test('the language is that of the locale, or the one asked for', async () => {
  const { length } = builtInNames();
  const chinese = `共 ${length} 個情境`;
  const env = { LC_ALL: 'zh_TW.UTF-8' };
  expect((await asyncioLab(['list'], { env })).stdout).toContain(chinese);
  expect((await asyncioLab(['list', '--lang', 'zh-TW'])).stdout).toContain(chinese);
  expect((await asyncioLab(['list', '--lang=en'], { env })).stdout).toContain(
    `${length} scenarios`,
  );
});

test('scripts get JSON', async () => {
  const { stdout } = await asyncioLab(['list', '--json']);
  const { schemaVersion, scenarios } = JSON.parse(stdout);
  expect(schemaVersion).toBe(1);
  expect(scenarios[0]).toMatchObject({ name: 'hello', title: 'the first coroutine' });
  expect(scenarios.find(({ name }: { name: string }) => name === 'tasks').variants[0]).toEqual({
    name: 'coroutine',
    about: 'awaits two coroutines',
    expected: { elapsed: 3 },
    claim: '3 s',
  });
});

test('it loads nothing that starts processes and threads', async () => {
  const folder = folderWith({
    'report.cjs': `process.on('exit', () => {
      require('node:fs').writeSync(2, process.moduleLoadList.join('\\n'));
    });`,
  });
  const env = { NODE_OPTIONS: `--require ${join(folder, 'report.cjs')}` };
  const { stderr } = await asyncioLab(['list'], { env });
  const loaded = stderr.split('\n');
  expect(loaded).toContain('NativeModule fs');
  expect(loaded).not.toContain('NativeModule child_process');
  expect(loaded).not.toContain('NativeModule worker_threads');
});

test('it takes at most twice the processor time of an empty Node', async () => {
  const folder = folderWith({
    'report.cjs': `process.on('exit', () => {
      const { user, system } = process.cpuUsage();
      require('node:fs').writeSync(2, String(user + system));
    });`,
  });
  const env = { NODE_OPTIONS: `--require ${join(folder, 'report.cjs')}` };
  const timesOf = { empty: [] as number[], list: [] as number[] };
  const nothing = join(folderWith({ 'nothing.cjs': '0' }), 'nothing.cjs');
  for (let i = 0; i < 7; i++) {
    timesOf.empty.push(Number((await asyncioLab([], { env, bin: nothing })).stderr));
    timesOf.list.push(Number((await asyncioLab(['list'], { env })).stderr));
  }
  // The least of several: what else goes on in the machine only adds to it.
  expect(Math.min(...timesOf.list) / Math.min(...timesOf.empty)).toBeLessThan(2);
});
