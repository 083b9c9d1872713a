/** What `npm run bench:streams` measures, smaller: nothing is lost, and the memory stays where it is. */
import { expect, test } from 'vitest';
import { askAll } from '../../bench/streams/requests.js';
import { slowReader } from '../../bench/streams/slow-reader.js';
import { writeTo } from '../../bench/streams/writer.js';
import { run } from '../../src/index.js';

const MEBIBYTE = 2 ** 20;

test('of 200 connections with 20 requests each none is left without its answer', async () => {
  const { answered, growth } = await run(askAll({ connections: 200, requests: 20 }));
  expect(answered).toBe(4000);
  expect(growth).toBeLessThan(64 * MEBIBYTE);
});

test('200 MiB go to a slow reader whole, and are not held in memory', async () => {
  const { port, close } = await slowReader();
  const { bytes, growth } = await run(writeTo(port, 200 * MEBIBYTE));
  close();
  expect(bytes).toBe(200 * MEBIBYTE);
  // The reader is in the same process here, and a test runner is, too.
  expect(growth).toBeLessThan(100 * MEBIBYTE);
});
