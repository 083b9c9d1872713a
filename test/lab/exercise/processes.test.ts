/** When the judge starts processes, and which of them takes an answer. Here they are none. */

import { writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Order, Overseer, Workplace } from '../../../src/lab/check/workplace.js';
import type { CheckTypes } from '../../../src/lab/exercise/check-types.js';
import type { FoundExercise } from '../../../src/lab/exercise/find.js';
import { Judge, type JudgeOptions } from '../../../src/lab/exercise/judge.js';
import { exerciseWith } from './answers.js';

/** A process that starts when it is told to, and takes every answer for one that cannot be parsed. */
class FakeProcess implements Workplace {
  readonly outputs = [];
  readonly orders: string[] = [];
  isReachable = true;
  /** Whether it answers. */
  isBusy = false;
  readonly #overseer: Overseer;

  constructor(overseer: Overseer) {
    this.#overseer = overseer;
  }

  start(): void {
    this.#overseer.message({ type: 'ready' });
  }

  send({ type }: Order): void {
    this.orders.push(type);
    if (type !== 'job' || this.isBusy) return;
    this.#overseer.message({ type: 'done', reply: { type: 'syntax', message: 'no' } });
  }

  kill(): void {
    this.isReachable = false;
  }

  leave(): void {
    this.isReachable = false;
  }
}

/** A judge, and the processes that it has started. */
function judging(options: JudgeOptions = {}) {
  const processes: FakeProcess[] = [];
  const open = (overseer: Overseer) => {
    const process = new FakeProcess(overseer);
    processes.push(process);
    return process;
  };
  const judge = new Judge(open, { types: false, ...options });
  /** What each process was told that has not been ended; `-` is one that was. */
  const told = () => processes.map(({ isReachable, orders }) => (isReachable ? orders : '-'));
  return { judge, processes, told };
}

/** An exercise that CPython was asked about, with the file of a learner. */
function exercise(text: string): { readonly found: FoundExercise; readonly file: string } {
  const made = exerciseWith();
  writeFileSync(made.file, '// TODO');
  const file = made.path('answer.ts');
  writeFileSync(file, text);
  const main = { lines: [], elapsed: 0, outcome: { type: 'return' } } as const;
  const recording = { format: 1, python: '3.14.2', scenario: 'x', variants: { main } } as const;
  return { found: { ...made, recording }, file };
}

const begun = exercise('const x = ;');
const untouched = exercise('// TODO');

test('an answer waits until its process has started', async () => {
  const { judge, processes, told } = judging();
  const verdict = judge.judge(begun.found, begun.file);
  await Promise.resolve();
  expect(told()).toEqual([[]]);
  processes[0]?.start();
  expect(await verdict).toMatchObject({ passed: false });
});

test('after an answer its process is ended, and the next one started', async () => {
  const { judge, processes, told } = judging();
  processes[0]?.start();
  await judge.judge(begun.found, begun.file);
  expect(told()).toEqual(['-', []]);
});

test('where it is known that no more answers come, no process is started for them', async () => {
  const { judge, processes, told } = judging({ answers: 1 });
  processes[0]?.start();
  await judge.judge(begun.found, begun.file);
  expect(told()).toEqual(['-']);
});

test('an answer that is taken back while its process starts leaves it to the next', async () => {
  const { judge, processes, told } = judging();
  const controller = new AbortController();
  const verdict = judge.judge(begun.found, begun.file, controller);
  await Promise.resolve();
  controller.abort();
  await expect(verdict).rejects.toThrow('aborted');
  processes[0]?.start();
  expect(told()).toEqual([[]]);
  await judge.judge(begun.found, begun.file);
  expect(processes[0]?.orders).toEqual(['job']);
});

test('one that is taken back while it runs takes its process with it', async () => {
  const { judge, processes, told } = judging();
  const [first] = processes;
  first?.start();
  if (first !== undefined) first.isBusy = true;
  const controller = new AbortController();
  const verdict = judge.judge(begun.found, begun.file, controller);
  await Promise.resolve();
  controller.abort();
  await expect(verdict).rejects.toThrow('aborted');
  expect(told()).toEqual(['-', []]);
});

test('an exercise that nobody has begun leaves its process to the answer', async () => {
  const { judge, processes, told } = judging();
  processes[0]?.start();
  await judge.judge(untouched.found, untouched.file);
  expect(told()).toEqual([['job']]);
  await judge.judge(begun.found, begun.file);
  expect(told()).toEqual(['-', []]);
});

test('the compiler is asked about an answer, and not about what nobody has begun', async () => {
  const { judge, processes } = judging({ types: true, reuse: true });
  processes[0]?.start();
  const asked: string[] = [];
  const checkTypes: CheckTypes = async (file) => {
    asked.push(file);
    return undefined;
  };
  await judge.judge(untouched.found, untouched.file, { checkTypes });
  await judge.judge(begun.found, begun.file, { checkTypes });
  expect(asked).toEqual([begun.file]);
});
