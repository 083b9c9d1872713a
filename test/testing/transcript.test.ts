import { afterEach, expect, test, vi } from 'vitest';
import { coroutine, getRunningLoop, print, sleep } from '../../src/index.js';
import * as testing from '../../src/testing/index.js';
import { beat, careless, deadlocked, greet } from './programs.js';

const { transcriptOf } = testing;

afterEach(() => {
  vi.restoreAllMocks();
});

test('asyncio-lab/testing exports these names', () => {
  expect(Object.keys(testing).toSorted()).toEqual([
    'TranscriptError',
    'expectTranscript',
    'transcriptOf',
  ]);
});

test('a transcript says all that was done', async () => {
  expect(await transcriptOf(greet())).toMatchInlineSnapshot(`
    {
      "elapsed": 2,
      "lines": [
        {
          "t": 1,
          "task": "Task-2",
          "text": "hello",
        },
        {
          "t": 2,
          "task": "Task-3",
          "text": "world",
        },
      ],
      "outcome": {
        "type": "return",
        "value": 7,
      },
      "pending": [],
      "warnings": [],
    }
  `);
});

test('warnings and the tasks left are in it', async () => {
  const { warnings, pending } = await transcriptOf(careless);
  expect(warnings).toEqual(["RuntimeWarning: coroutine 'sayAfter' was never awaited"]);
  expect(pending).toEqual(['Task-2']);
});

test('an exception is the outcome, and not thrown', async () => {
  expect((await transcriptOf(deadlocked)).outcome).toMatchObject({ name: 'DeadlockError' });
});

test('instants carry no rounding of floats; a callback has no task', async () => {
  const tenths = coroutine(function* tenths() {
    yield* sleep(0.1);
    yield* sleep(0.2);
    getRunningLoop().callSoon(print, 'callback');
    yield* sleep(0);
    yield* sleep(0);
  });
  const { lines, elapsed } = await transcriptOf(tenths);
  expect({ lines, elapsed }).toEqual({ lines: [{ t: 0.3, text: 'callback' }], elapsed: 0.3 });
});

test('nothing is written to standard output or standard error', async () => {
  const writes = [process.stdout, process.stderr].map((stream) =>
    vi.spyOn(stream, 'write').mockReturnValue(true),
  );
  await transcriptOf(careless);
  await transcriptOf(greet);
  const calls = writes.flatMap((write) => write.mock.calls);
  vi.restoreAllMocks();
  expect(calls).toEqual([]);
});

test('what hangs has no transcript', async () => {
  await expect(transcriptOf(beat, { timeLimit: 3 })).rejects.toThrow(
    'transcriptOf: stopped after 3 s of the virtual clock',
  );
});
