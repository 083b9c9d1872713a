import { expect, test } from 'vitest';
import { asyncioLab } from './command.js';

test('each workload asked for is a block with the runtime’s peers', async () => {
  const args = ['bench', '--quick', '--rounds', '1', '--only', 'spawn', '--only', 'heap'];
  const { code, stdout, stderr } = await asyncioLab(args);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/^ spawn · /m);
  expect(stdout).toMatch(/^ heap · .* bytes each$/m);
  expect(stdout.match(/^ {3}asyncio-lab +\d/gm)).toHaveLength(2);
  expect(stdout.match(/^ {3}observed +\d/gm)).toHaveLength(1);
});

test('scripts get JSON, with the machine and every sample', async () => {
  const args = ['bench', '--quick', '--rounds', '1', '--only', 'thread', '--json'];
  const { code, stdout } = await asyncioLab(args);
  const measurements = JSON.parse(stdout);
  expect(code).toBe(0);
  expect(measurements).toMatchObject({ schemaVersion: 1, quick: true, rounds: 1, growth: [] });
  expect(measurements.machine.node).toBe(process.versions.node);
  const [{ workload, peers }] = measurements.comparisons;
  expect(workload).toBe('thread');
  expect(peers[0]).toMatchObject({ peer: 'asyncio-lab', checksum: 1000 });
  expect(peers[0].samples).toHaveLength(1);
});

test.each([
  [['--only', 'nothing'], /^asyncio-lab: unknown workload 'nothing'; there are spawn, .+\n$/],
  [['--rounds', '0'], /^asyncio-lab: --rounds must be a whole number above 0, not '0'\n$/],
])('%j is one clear line', async (args, line) => {
  const { code, stdout, stderr } = await asyncioLab(['bench', ...args]);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(line);
});
