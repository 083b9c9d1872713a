import { describe, expect, test } from 'vitest';
import {
  learnerText,
  predictionIn,
  withPrediction,
} from '../../../src/lab/exercise/learner-file.js';

describe('the text that a learner gets', () => {
  const text = [
    'const a = 1;',
    '  // [en] TODO: mend it.',
    '  // [zh-TW] TODO：請修改。',
    '// for all',
    '',
  ].join('\n');

  test('has the comments of one language, without the mark', () => {
    expect(learnerText(text, 'en')).toBe('const a = 1;\n  // TODO: mend it.\n// for all\n');
    expect(learnerText(text, 'zh-TW')).toBe('const a = 1;\n  // TODO：請修改。\n// for all\n');
  });

  test('has those that there are, where there are none in the language', () => {
    expect(learnerText('// [en] TODO\nconst a = 1;\n', 'zh-TW')).toBe('// TODO\nconst a = 1;\n');
  });

  test('keeps what only looks like a mark', () => {
    const other = "print('// [en] x'); // [en] y\n// [fr] z\n";
    expect(learnerText(other, 'zh-TW')).toBe(other);
  });
});

describe('a prediction', () => {
  const empty =
    'before;\nexport const prediction: string[] = [\n  // TODO: [one] a line\n];\nafter;\n';

  test('is written into its list, and nothing else changes', () => {
    expect(withPrediction(empty, ['tea', "it's [x]"])).toBe(
      `before;\nexport const prediction: string[] = [\n  'tea',\n  "it's [x]",\n];\nafter;\n`,
    );
  });

  test('takes the place of another one, whatever stands in its lines', () => {
    const filled = `export const prediction: string[] = ['a [1]', "b ]", \`c\`]; // [d]\n`;
    expect(withPrediction(filled, ['tea'])).toBe(
      "export const prediction: string[] = [\n  'tea',\n]; // [d]\n",
    );
  });

  test('with a dollar sign stays as it is', () => {
    expect(withPrediction(empty, ['$& $1'])).toContain("'$& $1'");
  });

  test('has no place in a file without its list', () => {
    expect(withPrediction('const other = [];', ['tea'])).toBeUndefined();
  });

  test('is read back as it was written', () => {
    const lines = [
      'tea',
      "it's",
      'a "quote"',
      'back\\slash',
      'tab\there',
      '第 1 次',
      '// no comment',
    ];
    expect(predictionIn(withPrediction(empty, lines) ?? '')).toEqual(lines);
    expect(predictionIn(empty)).toEqual([]);
    expect(predictionIn('nothing')).toEqual([]);
  });
});
