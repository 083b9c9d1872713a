import { expect, test } from 'vitest';
import { newEventLoop } from '../../src/asyncio/runners.js';
import { caught } from '../caught.js';

test('the runtime without its entry has no host to run on, and says so', () => {
  expect(caught(() => newEventLoop())).toBe(
    'RuntimeError: no host is installed: import the runtime from its entry, asyncio-lab',
  );
});
