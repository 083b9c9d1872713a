import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { activeResources, leftSince } from '../../../src/lab/check/resources.js';

test('a timer that was left is named', async () => {
  const before = activeResources();
  const timers = [setInterval(() => {}, 1000), setTimeout(() => {}, 1000)];
  expect(await leftSince(before)).toEqual(['Timeout']);
  for (const timer of timers) clearTimeout(timer);
});

test('what does not keep the process is not left', async () => {
  const before = activeResources();
  setTimeout(() => {}, 1000).unref();
  expect(await leftSince(before)).toEqual([]);
});

test('what takes a while to close is waited for, what stays open is not', async () => {
  const before = activeResources();
  const server = createServer().listen(0);
  setTimeout(() => server.close(), 20).unref();
  expect(await leftSince(before)).toEqual([]);
  const other = createServer().listen(0);
  expect(await leftSince(before)).toEqual(['TCPServerWrap']);
  other.close();
});
