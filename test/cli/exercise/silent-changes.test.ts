import { utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { SilentChanges } from '../../../src/cli/exercise/silent-changes.js';
import { folderWith } from '../command.js';

let silent: SilentChanges;
let changed: string[];
let path: string;

beforeEach(() => {
  vi.useFakeTimers();
  changed = [];
  path = join(folderWith({ 'a.ts': '1', 'b.ts': '1' }), 'a.ts');
  silent = new SilentChanges((it) => changed.push(it));
  silent.lookAt(path);
  expect(silent.begin()).toBe(false);
});

afterEach(() => {
  silent.stop();
  vi.useRealTimers();
});

test('a change that nobody tells of is noticed', () => {
  vi.advanceTimersByTime(5000);
  expect(changed).toEqual([]);
  writeFileSync(path, '22');
  vi.advanceTimersByTime(2000);
  expect(changed).toEqual([path]);
  vi.advanceTimersByTime(5000);
  expect(changed).toEqual([path]);
});

test('one from before anybody could tell is known at the beginning', () => {
  const early = new SilentChanges((it) => changed.push(it));
  early.lookAt(path);
  writeFileSync(path, '22');
  expect(early.begin()).toBe(true);
  vi.advanceTimersByTime(900);
  early.stop();
  expect(changed).toEqual([]);
});

test('one that is told of in time is not', () => {
  writeFileSync(path, '22');
  vi.advanceTimersByTime(1100);
  silent.told(new Set([path]));
  vi.advanceTimersByTime(5000);
  expect(changed).toEqual([]);
});

test('the same text saved once more is a change too', () => {
  utimesSync(path, 1, 1);
  vi.advanceTimersByTime(2000);
  expect(changed).toEqual([path]);
});

test('only the file that is looked at matters', () => {
  const other = path.replace('a.ts', 'b.ts');
  silent.lookAt(other);
  writeFileSync(path, '22');
  vi.advanceTimersByTime(3000);
  writeFileSync(other, '22');
  vi.advanceTimersByTime(3000);
  expect(changed).toEqual([other]);
});

test('looking at the same file once more forgets no change of it', () => {
  writeFileSync(path, '22');
  silent.lookAt(path);
  vi.advanceTimersByTime(3000);
  expect(changed).toEqual([path]);
});
