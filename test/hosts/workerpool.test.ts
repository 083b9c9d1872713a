/** The pool of workers: how many there are, and when. */
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { PoolWorker } from '../../src/hosts/poolworker.js';
import type { WorkerRequest } from '../../src/hosts/workermessages.js';
import { WorkerPool, type WorkerPoolOptions } from '../../src/hosts/workerpool.js';

const fixture = new URL('./fixtures/work.ts', import.meta.url).href;

/** A pool that makes calls of the fixture; each gives its result, or what it has failed with. */
function poolOf(options: WorkerPoolOptions) {
  const pool = new WorkerPool(options);
  const used: PoolWorker[] = [];
  const ended: PoolWorker[] = [];
  const said: WorkerRequest[] = [];
  const call = (name: string, ...args: readonly unknown[]) =>
    new Promise<unknown>((resolve) => {
      const setting = { target: { module: fixture, name }, thread: 'thread', speed: 1 };
      pool.withWorker((worker) => {
        used.push(worker);
        worker.call(setting, args, {
          said: (request) => said.push(request),
          ended: (result) => {
            ended.push(worker);
            resolve(result);
          },
          failed: (error) => resolve(`${error}`),
        });
      });
    });
  return { pool, used, ended, said, call };
}

test('there are no more workers than there may be: calls wait for one, in order', async () => {
  const { pool, used, call } = poolOf({ maximum: 2 });
  const calls = [0.3, 0.01, 0.01, 0.01].map((seconds) => call('silentWork', seconds));
  expect(pool.size).toBe(2);
  await Promise.all(calls);
  expect(pool.size).toBe(2);
  expect(new Set(used).size).toBe(2);
});

test('the worker that was busy last is used first', async () => {
  const { used, ended, call } = poolOf({});
  await Promise.all([call('silentWork', 0), call('silentWork', 0.2)]);
  await call('silentWork', 0);
  expect(used[2]).toBe(ended[1]);
});

test('one that has died makes room for another', async () => {
  const { pool, used, said, call } = poolOf({ maximum: 1 });
  const [failed, ended] = await Promise.all([call('exiting', 5), call('silentWork', 0)]);
  expect(failed).toBe('Error: worker exited with code: 5');
  expect(ended).toEqual({ value: 0 });
  expect(said).toMatchObject([{ type: 'print', text: 'exits\n' }]);
  expect(pool.size).toBe(1);
  expect(used[0]).not.toBe(used[1]);
});

test('one that has nothing to do for long is ended, one that is busy is not', async () => {
  const { pool, call } = poolOf({ keptFor: 100 });
  const long = call('silentWork', 1.5);
  await call('silentWork', 0);
  while (pool.size > 1) await setTimeout(10);
  expect(await long).toEqual({ value: 1.5 });
  while (pool.size > 0) await setTimeout(10);
  expect(await call('silentWork', 0)).toEqual({ value: 0 });
});
