import { writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Exercise } from '../../../src/lab/exercise/exercise.js';
import type { FoundLine } from '../../../src/lab/exercise/findings.js';
import type { Cause, Verdict } from '../../../src/lab/exercise/verdict.js';
import { answer, exerciseWith, inShort, judging, solution } from './answers.js';

const judge = judging({ types: false, reuse: true });
let count = 0;

/** Judge an answer to an exercise whose solution prints two lines, or to another one. */
async function judged(
  text: string,
  data: Partial<Exercise> = {},
  ofSolution: string = solution,
): Promise<Verdict> {
  const exercise = exerciseWith(data, ofSolution);
  count += 1;
  const file = exercise.path(`answer-${count}.ts`);
  writeFileSync(file, text);
  return judge.judge(exercise, file);
}

async function causeOf(
  text: string,
  data: Partial<Exercise> = {},
  ofSolution: string = solution,
): Promise<Cause | undefined> {
  return (await judged(text, data, ofSolution)).cause;
}

/** The body of the solution, with something before it. */
const rightAfter = (before: string) => `${before}
  print('one');
  yield* sleep(1);
  print('two');`;

describe('an answer that does what the solution does', () => {
  test('passes, with all rows the same', async () => {
    const verdict = await judged(solution);
    expect(verdict).toMatchObject({ passed: true, elapsed: 1, expectedElapsed: 1, output: [] });
    expect(verdict.rows.map(({ isSame }) => isSame)).toEqual([true, true]);
  });

  test('may do so in its own way', async () => {
    const other = answer(
      'yield* gather(say(0, "one"), say(1, "two"));',
      'const say = coroutine(function* say(s: number, what: string) { yield* sleep(s); print(what); });',
    );
    expect(await judged(other)).toMatchObject({ passed: true });
  });

  test('may be a program that runs its own loop', async () => {
    const program = `${solution.replace('export const main', 'const main')}
export const program = () => run(main());
`;
    expect(await judged(program)).toMatchObject({ passed: true });
  });

  test.each(['{ "type": "module" }', '{}'])(
    'takes the place of what stood in its file, in a package with %s',
    async (itsPackage) => {
      const exercise = exerciseWith();
      writeFileSync(exercise.path('package.json'), itsPackage);
      for (const text of [answer("print('one');"), solution]) {
        writeFileSync(exercise.file, text);
        const { rows } = await judge.judge(exercise, exercise.file);
        expect(rows.every(({ isSame }) => isSame)).toBe(text === solution);
      }
    },
  );

  test('may give back what is not asked for', async () => {
    expect(await judged(answer(`${rightAfter('')}\n  return 1;`))).toMatchObject({ passed: true });
  });

  test('is told what it wrote past print', async () => {
    const verdict = await judged(answer(rightAfter("console.log('here');")));
    expect(verdict).toMatchObject({ passed: true, output: ['here'] });
  });
});

describe('what cannot be run', () => {
  test('is no TypeScript, at its line', async () => {
    expect(inShort(await judged('\nconst x = ;\n'))).toEqual({
      passed: false,
      cause: { type: 'syntax', message: 'Unexpected ";"' },
      place: expect.stringMatching(/^answer-\d+\.ts:2$/),
    });
  });

  test('imports what is not there', async () => {
    const verdict = await judged(`import { slep } from 'asyncio-lab';\nslep;`);
    expect(inShort(verdict)).toMatchObject({
      cause: { type: 'load', error: expect.stringContaining("named 'slep'") },
    });
  });

  test('throws while it is loaded', async () => {
    expect(inShort(await judged(`throw new Error('at once');`))).toMatchObject({
      cause: { type: 'load', error: 'Error: at once' },
      place: expect.stringMatching(/:1$/),
    });
  });

  test('waits for ever while it is loaded', async () => {
    expect(await causeOf('await new Promise(() => {});')).toEqual({
      type: 'load',
      error: 'it waits for something that never comes',
    });
  });

  test('has nothing to run', async () => {
    expect(await causeOf('export const mian = 1;')).toEqual({ type: 'no-main' });
  });
});

describe('what no answer may do', () => {
  test('lose a coroutine, told where it was made', async () => {
    const lost = answer(rightAfter('say();'), 'const say = coroutine(function* say() {});');
    expect(inShort(await judged(lost))).toMatchObject({
      cause: { type: 'never-awaited', coroutine: 'say' },
      place: expect.stringMatching(/:4$/),
    });
  });

  test("lose a coroutine of the library's, told where it was made", async () => {
    expect(inShort(await judged(answer(rightAfter('sleep(1);'))))).toMatchObject({
      cause: { type: 'never-awaited', coroutine: 'sleep' },
      place: expect.stringMatching(/:4$/),
    });
  });

  test('raise', async () => {
    expect(inShort(await judged(answer("throw new TypeError('no');")))).toMatchObject({
      cause: { type: 'raised', error: 'TypeError: no' },
      place: expect.stringMatching(/:4$/),
    });
  });

  test('raise what a yield without its star is answered with, though a coroutine is lost by it', async () => {
    const error = expect.stringContaining('yield was used instead of yield*');
    expect(await causeOf(answer('yield sleep(1);'))).toEqual({ type: 'raised', error });
  });

  test('raise in main, and lose by it what others raise', async () => {
    const failing = 'const fail = coroutine(function* fail() { throw new Error("lost"); });';
    const body = 'const task = createTask(fail()); yield* Promise.all([task]);';
    const error = expect.stringContaining('wrapFuture');
    expect(await causeOf(answer(body, failing))).toEqual({ type: 'raised', error });
  });

  test('raise in a callback that is nobody’s', async () => {
    const late = answer(rightAfter("setTimeout(() => { throw new Error('late'); });"));
    expect(await causeOf(late)).toEqual({ type: 'raised', error: 'Error: late' });
  });

  test('lose an exception', async () => {
    const lost = answer(
      rightAfter('createTask(fail());'),
      "const fail = coroutine(function* fail() { throw new RangeError('lost'); });",
    );
    expect(await causeOf(lost)).toEqual({ type: 'never-retrieved', error: 'RangeError: lost' });
  });

  test('leave a task behind, told where it was created', async () => {
    const left = answer(
      rightAfter('createTask(slow());'),
      'const slow = coroutine(function* slow() { yield* sleep(9); });',
    );
    expect(inShort(await judged(left))).toMatchObject({
      cause: { type: 'pending', coroutine: 'slow' },
      place: expect.stringMatching(/:4$/),
    });
  });

  test('wait for what cannot come, with each task and its wait', async () => {
    const stuck = answer(
      'yield* lock.acquire();\n  yield* lock.acquire();',
      'const lock = new Lock();',
    );
    expect(inShort(await judged(stuck))).toMatchObject({
      cause: { type: 'deadlock', stuck: [{ coroutine: 'main', waitsFor: 'Lock.acquire()' }] },
      place: expect.stringMatching(/:5$/),
    });
  });

  test('go on without an end', async () => {
    expect(await causeOf(answer('while (true) yield* sleep(1);'))).toEqual({
      type: 'endless',
      seconds: 100_000,
      isBlocked: false,
    });
  });

  test('print without an end', async () => {
    const cause = await causeOf(answer("while (true) { print('x'); yield* sleep(1); }"));
    expect(cause).toEqual({ type: 'floods', lines: 5000 });
  });
});

describe('holding the loop', () => {
  test('is found in a step, and where', async () => {
    const verdict = await judged(answer("print('one');\n  blockingSleep(1);\n  print('two');"));
    expect(inShort(verdict)).toMatchObject({
      cause: { type: 'blocked', seconds: 1, atMost: 0.1 },
      place: expect.stringMatching(/:5$/),
    });
  });

  test('is found in a callback', async () => {
    const verdict = await judged(
      answer(rightAfter('getRunningLoop().callSoon(() => blockingSleep(0.5));')),
    );
    expect(verdict.cause).toEqual({ type: 'blocked', seconds: 0.5, atMost: 0.1 });
  });

  test('is allowed for a tenth of a second', async () => {
    const short = answer(`print('one');
  blockingSleep(0.1);
  yield* sleep(0.9);
  print('two');`);
    expect(await judged(short)).toMatchObject({ passed: true });
  });

  test('is allowed for as long as the exercise says', async () => {
    const long = answer("print('one');\n  blockingSleep(1);\n  print('two');");
    expect(await judged(long, { rules: { blocksAtMost: 1 } })).toMatchObject({ passed: true });
  });

  test('is not what time in a thread is', async () => {
    const solved = answer(
      `print('one');
  yield* toThread(wait, 1);
  print('two');`,
      `import { threaded, toThread } from 'asyncio-lab';
export const wait = threaded(import.meta.url, function wait(s: number) { blockingSleep(s); });
`,
    );
    expect(await judged(solved)).toMatchObject({ passed: true });
  });
});

describe('a cancellation', () => {
  const cancelled = (worker: string, after = '') =>
    answer(
      `print('one');
  const task = createTask(worker());
  yield* sleep(1);
  task.cancel();
  try { yield* task; } catch (error) { if (!(error instanceof CancelledError)) throw error; }
  ${after}
  print('two');`,
      `const worker = coroutine(function* worker() {\n${worker}\n});`,
    );

  test('that is caught and forgotten is swallowed, told where the task waited', async () => {
    const verdict = await judged(cancelled('  try {\n    yield* sleep(5);\n  } catch {}'));
    expect(inShort(verdict)).toMatchObject({
      cause: { type: 'swallowed', coroutine: 'worker' },
      place: expect.stringMatching(/:4$/),
    });
  });

  test('that is caught and forgotten is fine where the exercise says so', async () => {
    const text = cancelled('  try { yield* sleep(5); } catch {}');
    expect(await judged(text, { rules: { maySwallow: true } })).toMatchObject({ passed: true });
  });

  test('whose cleanup is polled for without an end is not swallowed', async () => {
    const tidy = `const tidy = coroutine(function* tidy() {
      try { yield* sleep(9); } finally { yield* sleep(1); }
    });`;
    const body = `const task = createTask(tidy());
  yield* sleep(1);
  task.cancel();
  while (!task.done()) yield* sleep(0);`;
    expect(await causeOf(answer(body, tidy))).toMatchObject({ type: 'endless' });
  });

  test('that is swallowed again and again is no mere endlessness', async () => {
    const cause = await causeOf(cancelled('  while (true) { try { yield* sleep(1); } catch {} }'));
    expect(cause).toEqual({ type: 'swallowed', coroutine: 'worker' });
  });

  test.each([
    ['cleans up and goes on', '  try { yield* sleep(5); } finally { yield* sleep(0); }'],
    ['is caught and thrown again', '  try { yield* sleep(5); } catch (error) { throw error; }'],
    ['comes before the first step', '  yield* sleep(5);'],
    [
      'is another error in the end',
      "  try { yield* sleep(5); } catch { throw new CancelledError('x'); }",
    ],
  ])('that %s is not swallowed', async (_what, worker) => {
    expect(await judged(cancelled(worker))).toMatchObject({ passed: true });
  });

  test.each([
    ['a time limit', 'try { yield* waitFor(sleep(9), 1); } catch {}'],
    [
      'a time limit for a block',
      'try { yield* asyncWith(timeout(1), function* () { yield* sleep(9); }); } catch {}',
    ],
    [
      'a task group that is aborted',
      `try {
    yield* asyncWith(new TaskGroup(), function* (group) {
      group.createTask(sleep(9));
      group.createTask(fail());
    });
  } catch {}`,
    ],
    ['a shield', 'try { yield* waitFor(shield(sleep(1.5)), 1); } catch {}\n  yield* sleep(0);'],
  ])('that %s makes is not swallowed', async (what, body) => {
    const text = answer(
      `print('one');
  ${body}
  print('two');`,
      "const fail = coroutine(function* fail() { yield* sleep(1); throw new Error('failed'); });",
    );
    const verdict = await judged(text);
    // The shielded sleep is left behind, which is another matter.
    const cause = what === 'a shield' ? { type: 'pending', coroutine: 'sleep' } : undefined;
    expect(verdict.cause).toEqual(cause);
  });
});

describe('what an exercise asks for', () => {
  test('is to call something', async () => {
    const rules = { uses: ['gather'] };
    expect(await causeOf(solution, { rules })).toEqual({ type: 'must-use', name: 'gather' });
    const calling = answer(`yield* gather(sleep(0));${rightAfter('')}`);
    expect(await judged(calling, { rules })).toMatchObject({ passed: true });
  });

  test('is to make something of a class', async () => {
    const rules = { uses: ['TaskGroup'] };
    expect(await causeOf(solution, { rules })).toEqual({ type: 'must-use', name: 'TaskGroup' });
    const making = answer(rightAfter('new TaskGroup();'));
    expect(await judged(making, { rules })).toMatchObject({ passed: true });
  });

  test('is not to call something, told where it was', async () => {
    expect(inShort(await judged(solution, { rules: { avoids: ['sleep'] } }))).toMatchObject({
      cause: { type: 'must-not-use', name: 'sleep' },
      place: expect.stringMatching(/:5$/),
    });
  });

  test('is the lines, in their order', async () => {
    const verdict = await judged(answer("print('one');\n  yield* sleep(1);\n  print('three');"));
    expect(inShort(verdict)).toMatchObject({
      cause: { type: 'lines', at: 2 },
      place: expect.stringMatching(/:6$/),
    });
    expect(verdict.rows[1]).toMatchObject({
      expected: { t: 1, text: 'two' },
      actual: { t: 1, text: 'three' },
      isSame: false,
    });
  });

  test('is their instants', async () => {
    const late = answer("print('one');\n  yield* sleep(2);\n  print('two');");
    expect(await causeOf(late)).toEqual({ type: 'instant', at: 2, expected: 1, actual: 2 });
  });

  test('is the time of the whole', async () => {
    const cause = await causeOf(answer(`${rightAfter('')}\n  yield* sleep(0.5);`));
    expect(cause).toEqual({ type: 'elapsed', expected: 1, actual: 1.5 });
  });

  test('is what main gives back', async () => {
    const cause = await causeOf(answer('return [1, 2];'), {}, answer("return [1, 'two'];"));
    expect(cause).toEqual({ type: 'returned', expected: '[1,"two"]', actual: '[1,2]' });
  });

  test('is an exception', async () => {
    const raising = answer("throw new TypeError('so');");
    expect(await causeOf(answer(''), {}, raising)).toEqual({
      type: 'not-raised',
      expected: 'TypeError: so',
    });
    expect(await judged(raising, {}, raising)).toMatchObject({ passed: true });
  });

  test('is which task prints what, where that counts', async () => {
    const other = answer(
      "yield* createTask(one());\n  yield* sleep(1);\n  print('two');",
      "const one = coroutine(function* one() { print('one'); });",
    );
    expect(await judged(other)).toMatchObject({ passed: true });
    expect(await causeOf(other, { rules: { tasks: true } })).toEqual({ type: 'lines', at: 1 });
  });

  test('may be what no answer may do elsewhere', async () => {
    const leaving = answer(
      rightAfter('createTask(slow());'),
      'const slow = coroutine(function* slow() { yield* sleep(9); });',
    );
    expect(await judged(leaving, {}, leaving)).toMatchObject({ passed: true });
  });
});

describe('a prediction', () => {
  const program = (prediction: string) => `${solution}
export const prediction: string[] = [${prediction}];
`;
  const predicting = { kind: 'predict' } as const;

  test('that is not made yet is asked for', async () => {
    expect(await causeOf(program(''), predicting)).toEqual({ type: 'no-prediction' });
  });

  test('that is right passes', async () => {
    expect(await judged(program("'one', 'two'"), predicting)).toMatchObject({ passed: true });
  });

  test('that is wrong is shown up to there, and what happens is not told', async () => {
    const verdict = await judged(program("'one', 'three'"), predicting);
    expect(verdict.cause).toEqual({ type: 'prediction', at: 2 });
    expect(verdict.rows).toEqual([
      { expected: { t: 0, text: 'one' }, actual: expect.anything(), isSame: true },
      { expected: { t: 0, text: 'three' }, isSame: false },
    ]);
  });

  test('may come from somewhere else than the file', async () => {
    const exercise = exerciseWith(predicting);
    const file = exercise.path('predicted.ts');
    writeFileSync(file, program(''));
    const verdict = await judge.judge(exercise, file, { prediction: ['one', 'two'] });
    expect(verdict).toMatchObject({ passed: true });
  });

  test('of a program that was changed does not count', async () => {
    const changed = program("'one'").replace("print('two');", '');
    expect(await causeOf(changed, predicting)).toEqual({ type: 'lines', at: 2 });
  });
});

describe('a mistake that the exercise knows', () => {
  const mistakes: Exercise['mistakes'] = [
    { answer: 'never-ends', when: ({ endless }) => endless, say: 'It never ends.' },
    { answer: 'late', when: ({ elapsed }) => elapsed > 1, say: 'Too late.' },
    {
      answer: 'tasks',
      when: ({ tasks, called }) => tasks === 2 && called('createTask') === 2,
      say: 'Two tasks.',
    },
  ];

  test('is told in place of the cause, the first that fits', async () => {
    const verdict = await judged(answer('yield* sleep(3);'), { mistakes });
    expect(verdict).toMatchObject({ passed: false, mistake: 'late', say: 'Too late.' });
    expect(verdict.cause).toEqual({ type: 'lines', at: 1 });
  });

  test('can refuse an answer that nothing else is wrong with', async () => {
    const text = answer(
      `const [a, b] = [createTask(sleep(0)), createTask(sleep(0))];
  ${rightAfter('')}
  yield* a; yield* b;`,
    );
    const verdict = await judged(text, { mistakes });
    expect(inShort(verdict)).toEqual({ passed: false, mistake: 'tasks' });
  });

  test('is told of an endless answer only where it asks for that', async () => {
    const endless = answer('while (true) yield* sleep(1);');
    expect(await judged(endless, { mistakes })).toMatchObject({ mistake: 'never-ends' });
    const others = { mistakes: mistakes.slice(1) };
    expect((await judged(endless, others)).mistake).toBeUndefined();
  });

  test('is told of an answer that raises only where it asks for the outcome', async () => {
    const raising = answer("yield* sleep(3); throw new Error('boom');");
    expect(await judged(raising, { mistakes })).toMatchObject({
      cause: { type: 'raised', error: 'Exception: boom' },
    });
    expect((await judged(raising, { mistakes })).mistake).toBeUndefined();
    const asking: Exercise['mistakes'] = [
      { answer: 'raises', when: ({ outcome }) => outcome.type === 'error', say: 'It raises.' },
    ];
    expect(await judged(raising, { mistakes: asking })).toMatchObject({ mistake: 'raises' });
  });

  test('is told of a deadlock only where it asks who is stuck', async () => {
    const waiting = answer('yield* sleep(3); yield* new Event().wait();');
    expect(await causeOf(waiting, { mistakes })).toMatchObject({ type: 'deadlock' });
    expect((await judged(waiting, { mistakes })).mistake).toBeUndefined();
    const asking: Exercise['mistakes'] = [
      { answer: 'stuck', when: ({ stuck }) => stuck.length > 0, say: 'It waits.' },
    ];
    expect(await judged(waiting, { mistakes: asking })).toMatchObject({ mistake: 'stuck' });
  });

  test('can ask how many tasks were under way at the same time', async () => {
    const asking: Exercise['mistakes'] = [
      { answer: 'in-turn', when: ({ tasks, atOnce }) => tasks > atOnce, say: 'In turn.' },
    ];
    const inTurn = answer('yield* createTask(sleep(1)); yield* createTask(sleep(1));');
    expect(await judged(inTurn, { mistakes: asking })).toMatchObject({ mistake: 'in-turn' });
    const together = answer('yield* gather(sleep(1), sleep(1));');
    expect((await judged(together, { mistakes: asking })).mistake).toBeUndefined();
  });

  test('whose question fails does not fit', async () => {
    const broken: Exercise['mistakes'] = [
      {
        answer: 'broken',
        when: ({ lines }) => (lines[9] as FoundLine).text === 'one',
        say: 'x',
      },
    ];
    expect(await causeOf(answer(''), { mistakes: broken })).toEqual({ type: 'lines', at: 1 });
  });
});
