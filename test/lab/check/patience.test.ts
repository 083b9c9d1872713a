import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Patience } from '../../../src/lab/check/patience.js';

const events: string[] = [];
const patience = new Patience(
  () => events.push('ask'),
  (isBlocked) => events.push(isBlocked ? 'give up' : 'give up, though it answers'),
);

beforeEach(() => {
  vi.useFakeTimers();
  events.length = 0;
});

afterEach(() => vi.useRealTimers());

test('a process that does not answer when its time is over is given up', () => {
  patience.begin(2);
  vi.advanceTimersByTime(1999);
  expect(events).toEqual([]);
  vi.advanceTimersByTime(1000);
  expect(events).toEqual(['ask', 'give up']);
});

test('one that answers has some more time to stop what it does', () => {
  patience.begin(1);
  vi.advanceTimersByTime(1000);
  patience.answered();
  vi.advanceTimersByTime(500);
  patience.answered();
  expect(events).toEqual(['ask', 'ask']);
  patience.end();
  vi.advanceTimersByTime(60_000);
  expect(events).toEqual(['ask', 'ask']);
});

test('one that answers for ever is given up as well', () => {
  patience.begin(1);
  for (let second = 0; second < 60; second += 0.25) {
    vi.advanceTimersByTime(250);
    patience.answered();
  }
  expect(events.at(-1)).toBe('give up, though it answers');
  expect(events.filter((event) => event.startsWith('give up'))).toHaveLength(1);
});

test('one that answers may be given longer than one that does not', () => {
  patience.begin(1, 10);
  for (let second = 0; second < 17.5; second += 0.25) {
    vi.advanceTimersByTime(250);
    patience.answered();
  }
  expect(events).not.toContain('give up, though it answers');
  vi.advanceTimersByTime(2000);
  expect(events.at(-1)).toBe('give up');
});
