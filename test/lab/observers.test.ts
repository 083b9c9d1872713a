import { expect, test } from 'vitest';
import { type Instrument, run, sleep } from '../../src/index.js';
import { together, until } from '../../src/lab/observers.js';

/** An observer that notes what it is told under a name. */
function noting(name: string, notes: string[]): Instrument {
  return {
    loopCreated: () => notes.push(`${name}: begun`),
    timeJumped: (_loop, from, to) => notes.push(`${name}: ${from} to ${to}`),
  };
}

test('several observers are told the same, in their order', async () => {
  const notes: string[] = [];
  const observer = together(noting('one', notes), {}, noting('two', notes));
  await run(sleep(1), { clock: 'virtual', observer });
  expect(notes).toEqual(['one: begun', 'two: begun', 'one: 0 to 1', 'two: 0 to 1']);
});

test('an observer is told nothing any more when that is over', async () => {
  const notes: string[] = [];
  const observer = until(() => notes.length > 0, noting('one', notes));
  await run(sleep(1), { clock: 'virtual', observer });
  expect(notes).toEqual(['one: begun']);
});
