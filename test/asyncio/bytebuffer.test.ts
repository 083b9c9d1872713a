import { expect, test } from 'vitest';
import { ByteBuffer } from '../../src/asyncio/bytebuffer.js';
import { bytes, text } from './bytes.js';

test.each([
  ['with room once the gap is closed', 300],
  ['that needs room of its own', 5000],
])('what is pushed behind a gap comes out in order: a piece %s', (_, length) => {
  const buffer = new ByteBuffer();
  buffer.push(bytes(`${'a'.repeat(800)}${'b'.repeat(100)}`));
  expect(text(buffer.take(800))).toBe('a'.repeat(800));
  buffer.push(bytes('c'.repeat(length)));
  expect(buffer.length).toBe(100 + length);
  expect(text(buffer.take(10_000))).toBe(`${'b'.repeat(100)}${'c'.repeat(length)}`);
  expect(buffer.length).toBe(0);
});
