/** Peers are children that answer what the test says, and write down when they were asked. */
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { compare, type Measured, type Peer } from '../../src/bench/compare.js';
import type { Workload } from '../../src/bench/workloads.js';

const folder = mkdtempSync(join(tmpdir(), 'asyncio-lab-'));
afterAll(() => rmSync(folder, { recursive: true }));

const workload: Workload = { name: 'spawn', operations: 10, quick: 10, measures: 'time' };
const plan = { rounds: 3, warmUps: 1, patience: 60, fewestRounds: 1, limit: 10 };

/** A peer whose runs take so many nanoseconds, one after the other. */
function peer(name: string, nanoseconds: readonly number[], checksum = 1): Peer {
  const script = `
    const { appendFileSync } = require('node:fs');
    const times = ${JSON.stringify([0, ...nanoseconds])};
    console.log('{}');
    require('node:readline').createInterface({ input: process.stdin }).on('line', () => {
      appendFileSync(${JSON.stringify(join(folder, 'asked'))}, '${name}');
      console.log('something else');
      console.log(JSON.stringify({ nanoseconds: times.shift(), checksum: ${checksum} }));
    });`;
  return { name, command: () => ({ file: process.execPath, args: ['-e', script] }) };
}

test('rounds are interleaved, each begins with another peer, and the ratio is that within a round', async () => {
  appendFileSync(join(folder, 'asked'), '');
  const peers = [peer('a', [100, 300, 200]), peer('b', [200, 600, 100])];
  const { peers: measured } = await compare(workload, 10, peers, plan);
  expect(readFileSync(join(folder, 'asked'), 'utf8')).toBe('abab' + 'ba' + 'ab');
  expect(measured.map((it) => (it as Measured).samples)).toEqual([
    [10, 30, 20],
    [20, 60, 10],
  ]);
  expect((measured[1] as Measured).ratio.median).toBe(2);
});

test('who does other work, or cannot do it, is absent, with the reason', async () => {
  const broken: Peer = {
    name: 'broken',
    command: () => ({ file: process.execPath, args: ['-e', 'throw new RangeError("too deep")'] }),
  };
  const refusing: Peer = { name: 'refusing', command: () => ({ absent: 'it has no lock' }) };
  const silent: Peer = { name: 'silent', command: () => undefined };
  const peers = [peer('a', [1, 1, 1]), peer('b', [1, 1, 1], 2), broken, refusing, silent];
  const { peers: measured } = await compare(workload, 10, peers, plan);
  expect(measured.slice(1)).toEqual([
    { peer: 'b', absent: 'other work: 2, not 1' },
    { peer: 'broken', absent: 'RangeError: too deep' },
    { peer: 'refusing', absent: 'it has no lock' },
  ]);
});

test('who needs too long for a run is absent', async () => {
  const script = "console.log('{}'); process.stdin.resume();";
  const slow: Peer = {
    name: 'slow',
    command: () => ({ file: process.execPath, args: ['-e', script] }),
  };
  const { peers } = await compare(workload, 10, [peer('a', [1, 1, 1]), slow], {
    ...plan,
    limit: 0.1,
  });
  expect(peers[1]).toEqual({ peer: 'slow', absent: 'a run takes more than 0.1 s' });
});

test('without the peer that all are compared with there is nothing to compare', async () => {
  const missing: Peer = {
    name: 'missing',
    command: () => ({ file: join(folder, 'no-such-program'), args: [] }),
  };
  await expect(compare(workload, 10, [missing], plan)).rejects.toThrow('ENOENT');
});
