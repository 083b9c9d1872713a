/** What belongs to a loop that is closed. */
import { expect, test } from 'vitest';
import {
  coroutine,
  KeyboardInterrupt,
  newEventLoop,
  virtualHost,
  withHost,
} from '../../src/index.js';

const work = coroutine(function* work() {});

test('a future that is done calls back no more', () => {
  const loop = newEventLoop({ clock: 'virtual' });
  const future = loop.createFuture<number>();
  future.setResult(1);
  loop.close();
  expect(() => future.addDoneCallback(() => {})).toThrow('Event loop is closed');
});

test('a coroutine that its task has not begun was never awaited', async () => {
  const warnings: string[] = [];
  const host = virtualHost({ output: { print() {}, warn: (text) => warnings.push(text) } });
  await withHost(host, async () => {
    const loop = newEventLoop();
    loop.callSoon(() => {
      throw new KeyboardInterrupt();
    });
    await expect(loop.runUntilComplete(work())).rejects.toThrow(KeyboardInterrupt);
    loop.close();
  });
  expect(warnings).toEqual(["RuntimeWarning: coroutine 'work' was never awaited"]);
});
