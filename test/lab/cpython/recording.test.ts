import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import {
  formatRecording,
  type Recording,
  readRecording,
  writeRecording,
} from '../../../src/lab/cpython/recording.js';

const recording: Recording = {
  format: 1,
  python: '3.14.2',
  scenario: 'gather',
  variants: {
    gather: {
      elapsed: 2,
      lines: [
        { t: 2, text: 'id <id>', task: 'Task-2', pattern: '^id (?<id>\\d+)$', groups: { id: 1 } },
        { t: 2, text: 'done' },
      ],
      outcome: { type: 'return', value: [1] },
      measures: { hard_work: 1 },
      warnings: ['RuntimeWarning: …'],
    },
  },
};

it('reads what it has formatted', () => {
  expect(readRecording(formatRecording(recording))).toEqual(recording);
});

it('writes the file as a whole', () => {
  const folder = mkdtempSync(join(tmpdir(), 'recording-'));
  try {
    writeRecording(join(folder, 'gather.cpython.json'), recording);
    expect(readdirSync(folder)).toEqual(['gather.cpython.json']);
    expect(readFileSync(join(folder, 'gather.cpython.json'), 'utf8')).toBe(
      formatRecording(recording),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});

it.each([
  ['{', /^no recording: .*JSON.*$/],
  ['[]', /^no recording: it must be an object$/],
  [{}, /^no recording: variants must be an object$/],
  [{ ...recording, format: 2 }, /^no recording: format must be 1$/],
  [variant({ elapsed: '2' }), /^no recording: variants\.gather\.elapsed must be a number$/],
  [variant({ lines: [{ t: 0 }] }), /^no recording: variants\.gather\.lines\[0\] must be an object/],
  [
    variant({ lines: [{ t: 0, text: '', pattern: '(' }] }),
    /^no recording: variants\.gather\.lines\[0\]\.pattern must be a regular expression$/,
  ],
  [variant({ outcome: { type: 'error' } }), /^no recording: variants\.gather\.outcome must be/],
  [variant({ measures: { a: '1' } }), /^no recording: variants\.gather\.measures must be/],
  [variant({ warnings: 'none' }), /^no recording: variants\.gather\.warnings must be strings$/],
])('says in one line what is wrong: %j', (content, message) => {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  expect(() => readRecording(text)).toThrow(message);
});

function variant(parts: Record<string, unknown>): unknown {
  return { ...recording, variants: { gather: { ...recording.variants.gather, ...parts } } };
}
