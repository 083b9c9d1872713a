import { expect, test } from 'vitest';
import { faultsOfFile } from '../../../src/lab/exercise/learner-text.js';

const both = ['en', 'zh-TW'];

test('a file with a TODO in each of its languages is fine', () => {
  const text = '// [en] TODO: do it.\n// [zh-TW] TODO：去做。\nexport {};\n';
  expect(faultsOfFile(text, both)).toEqual([]);
});

test('a TODO outside of the comments that have a language is for all', () => {
  const text = '// [en] Do it.\n// [zh-TW] 去做。\nexport const prediction = [\n  // TODO\n];\n';
  expect(faultsOfFile(text, both)).toEqual([]);
});

test('a TODO in one language alone is none', () => {
  const text = '// [en] TODO: do it.\n// [zh-TW] 去做。\n';
  expect(faultsOfFile(text, both)).toEqual(['no-todo']);
});

test('comments in one language alone are not enough where there are two', () => {
  const text = '// [en] TODO: do it.\n// TODO\n';
  expect(faultsOfFile(text, both)).toEqual(['half-bilingual']);
  expect(faultsOfFile(text, [])).toEqual([]);
});
