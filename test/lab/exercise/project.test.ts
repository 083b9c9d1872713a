import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { noProgress, withDone } from '../../../src/lab/exercise/progress.js';
import { Project, ProjectError } from '../../../src/lab/exercise/project.js';
import { folderWith } from '../../cli/command.js';
import { smallSet } from '../../cli/exercise/small-set.js';

const settings = { '.asyncio-lab/workshop.json': '{ "language": "zh-TW" }' };

describe('a learner’s folder', () => {
  test('is found from any folder in it', () => {
    const folder = folderWith({ ...settings, 'tea/deep/x.ts': '' });
    expect(Project.find(join(folder, 'tea/deep'))).toMatchObject({ folder, language: 'zh-TW' });
  });

  test('is none where there are no settings', () => {
    expect(Project.find(folderWith({ 'progress.txt': '' }))).toBeUndefined();
  });

  test('brings its own set if it has one', () => {
    const folder = folderWith({ ...settings, '.asyncio-lab/set/set.ts': '' });
    expect(Project.find(folder)?.set).toBe(join(folder, '.asyncio-lab/set'));
    expect(Project.find(folderWith(settings))?.set).toBeUndefined();
  });

  test.each(['{', '{ "language": "fr" }', '[]'])('with the settings %s says so', (text) => {
    const folder = folderWith({ '.asyncio-lab/workshop.json': text });
    expect(() => Project.find(folder)).toThrow(ProjectError);
  });
});

describe('progress', () => {
  test('is kept in a text file and read from it', () => {
    const folder = folderWith(settings);
    const project = new Project(folder, { language: 'en' });
    expect(project.progress(['tea/boil'])).toEqual(noProgress);
    project.keep(withDone(noProgress, 'tea/boil'), ['About it.']);
    expect(readFileSync(join(folder, 'progress.txt'), 'utf8')).toBe(
      '# About it.\n\ndone tea/boil\n',
    );
    expect(project.progress(['tea/boil']).done).toEqual(['tea/boil']);
  });

  test('that cannot be written is told with its path', () => {
    const folder = folderWith(settings);
    const project = new Project(folder, { language: 'en' });
    rmSync(folder, { recursive: true });
    expect(() => project.keep(noProgress, [])).toThrow(
      expect.objectContaining({ path: join(folder, 'progress.txt'), act: 'write' }),
    );
    mkdirSync(folder);
  });

  test('may be a link to another place, and stays one', () => {
    const elsewhere = folderWith({ 'mine.txt': 'done tea/boil\n' });
    const folder = folderWith(settings);
    symlinkSync(join(elsewhere, 'mine.txt'), join(folder, 'progress.txt'));
    const project = new Project(folder, { language: 'en' });
    project.keep(withDone(project.progress(['tea/boil', 'tea/pour']), 'tea/pour'), []);
    expect(readFileSync(join(elsewhere, 'mine.txt'), 'utf8')).toContain('done tea/pour');
  });
});

describe('an exercise that is written anew', () => {
  const [boil] = smallSet().exercises;

  test('is in the learner’s language', () => {
    if (boil === undefined) throw new Error('no exercise');
    const project = new Project(folderWith(settings), { language: 'zh-TW' });
    expect(project.reset(boil)).toBeUndefined();
    expect(project.answer(boil)).toBe('// TODO：煮開。\nunsolved;\n');
  });

  test('leaves no copy where nothing would be lost', () => {
    if (boil === undefined) throw new Error('no exercise');
    const project = new Project(folderWith(settings), { language: 'en' });
    project.reset(boil);
    expect(project.reset(boil)).toBeUndefined();
    writeFileSync(project.pathOf(boil), 'mine');
    expect(project.reset(boil)).toBe(`${project.pathOf(boil)}.bak`);
  });
});
