import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Pace } from '../../../src/lab/check/pace.js';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => vi.useRealTimers());

/** A pace whose first scenario ends after 200 ms, most of which its process took to start. */
function begun(): Pace {
  const pace = new Pace(performance.now());
  vi.advanceTimersByTime(200);
  pace.scenarioEnded();
  return pace;
}

test('for a few quick scenarios one more process does not pay', () => {
  const pace = begun();
  vi.advanceTimersByTime(10);
  pace.scenarioEnded();
  expect(pace.paysOneMore(14)).toBe(false);
  expect(pace.paysOneMore(1000)).toBe(true);
});

test('for slow ones it does, as long as any are left', () => {
  const pace = begun();
  vi.advanceTimersByTime(150);
  expect(pace.paysOneMore(14)).toBe(true);
  expect(pace.paysOneMore(0)).toBe(false);
});

test('a first scenario that takes long is a slow one', () => {
  const pace = new Pace(performance.now());
  vi.advanceTimersByTime(500);
  expect(pace.paysOneMore(3)).toBe(false);
  vi.advanceTimersByTime(600);
  expect(pace.paysOneMore(3)).toBe(true);
});
