/** Answers that harm the process that they run in: the judge says what they did, and goes on. */

import { writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Judge } from '../../../src/lab/exercise/judge.js';
import type { Verdict } from '../../../src/lab/exercise/verdict.js';
import { answer, exerciseWith, inShort, judging, solution } from './answers.js';

const exercise = exerciseWith();
const judge = judging();

async function judged(text: string, by: Judge = judge, name = 'answer'): Promise<Verdict> {
  const file = exercise.path(`${name}.ts`);
  writeFileSync(file, text);
  return by.judge(exercise, file);
}

test('an answer that ends its process is told where', async () => {
  expect(inShort(await judged(answer("print('one');\n  process.exit(3);")))).toEqual({
    passed: false,
    cause: { type: 'exit', code: 3 },
    place: 'answer.ts:5',
  });
});

describe.concurrent('an answer is stopped', () => {
  const blocked = { type: 'endless', seconds: 2, isBlocked: true };

  test('that blocks its process for ever, and what it printed is shown', async () => {
    const text = answer("print('one');\n  while (true);");
    const verdict = await judged(text, judge, 'blocks');
    expect(verdict.cause).toEqual(blocked);
    expect(verdict.rows[0]).toMatchObject({ actual: { text: 'one' }, isSame: true });
  });

  test('that blocks its process while it is loaded', async () => {
    const verdict = await judged('while (true);', judge, 'blocks-at-once');
    expect(verdict.cause).toEqual(blocked);
  });

  test('that waits for ever for something real', async () => {
    const text = answer('yield* wrapFuture(new Promise((done) => setTimeout(done, 1e6)));');
    const { cause } = await judged(text, judge, 'waits');
    expect(cause).toEqual({ type: 'endless', seconds: 2, isBlocked: false });
  });
});

test('an answer that prints without ever giving way is stopped', async () => {
  const verdict = await judged(answer("while (true) print('x');"));
  expect(verdict.cause).toEqual({ type: 'floods', lines: 5000 });
});

test('an answer that writes without an end past print is kept short', async () => {
  const { output } = await judged(
    answer("for (let i = 0; i < 20_000; i++) console.log('x'.repeat(99));"),
  );
  expect(output.join('\n').length).toBeLessThan(21_000);
});

test('an answer that takes all memory is stopped', async () => {
  const greedy = answer('const all = [[0]];\n  while (true) all.push(new Array(10_000).fill(1));');
  const { cause } = await judged(greedy);
  expect([{ type: 'memory' }, { type: 'endless', seconds: 2, isBlocked: true }]).toContainEqual(
    cause,
  );
});

test('an answer has no channel to whoever judges it', async () => {
  const { rows } = await judged(answer('print(String(process.send));'));
  expect(rows[0]).toMatchObject({ actual: { text: 'undefined' } });
});

test('an answer that kills its process has exited', async () => {
  const verdict = await judged(answer("process.kill(process.pid, 'SIGKILL');"));
  expect(verdict.cause).toEqual({ type: 'exit' });
});

test('what an answer changes for all is gone for the next', async () => {
  const spoiling = answer("print('one');\n  Array.prototype.map = () => [];\n  print = 1;");
  await judged(spoiling.replace('print = 1;', ''));
  expect(await judged(solution)).toMatchObject({ passed: true });
});

test('an answer that leaves a timer does not reach the next, even where processes are used again', async () => {
  const reusing = judging({ types: false, reuse: true });
  const leaving = answer("setTimeout(() => print('late'), 30);\n  print('one');");
  await judged(leaving, reusing);
  expect(await judged(solution, reusing)).toMatchObject({ passed: true });
});

test('a file that was changed is read anew, even where processes are used again', async () => {
  const reusing = judging({ types: false, reuse: true });
  expect(await judged(solution, reusing)).toMatchObject({ passed: true });
  expect(await judged(answer("print('three');"), reusing)).toMatchObject({ passed: false });
});

test('judging ends at once when nobody wants to know any more', async () => {
  const controller = new AbortController();
  writeFileSync(exercise.path('answer.ts'), answer('while (true);'));
  const verdict = judge.judge(exercise, exercise.path('answer.ts'), controller);
  controller.abort();
  await expect(verdict).rejects.toThrow('aborted');
  expect(await judged(solution)).toMatchObject({ passed: true });
});

test('a solution that cannot be run is no fault of the answer', async () => {
  const broken = exerciseWith({}, 'const x = ;');
  writeFileSync(broken.path('answer.ts'), solution);
  await expect(judge.judge(broken, broken.path('answer.ts'))).rejects.toMatchObject({
    problem: { type: 'throws', path: broken.solution },
  });
});
