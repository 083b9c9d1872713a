/**
 * How long whole commands take, beside a Node that does nothing: the wall's time, from start to end.
 *
 * It is the built command that is measured, so `npm run build` comes first. Rounds are interleaved
 * like those of the workloads.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type Spread, spreadOf } from '../src/bench/statistics.js';

/** What was measured of a command, in milliseconds. */
export interface StartUp extends Spread {
  readonly command: string;
  /** How many times as long as an empty Node, round by round. */
  readonly ratio: Spread;
  /** How many times as long it may take. */
  readonly bound: number | undefined;
}

const bin = fileURLToPath(new URL('../../../bin/asyncio-lab.js', import.meta.url));

const commands = [
  { command: 'node -e 0', args: ['-e', '0'], bound: undefined },
  { command: 'asyncio-lab list', args: [bin, 'list'], bound: 1.5 },
  { command: 'asyncio-lab check', args: [bin, 'check'], bound: 4 },
];

/** Measure the commands; one that does not end well is left out. */
export function measureStartUp(rounds: number): StartUp[] {
  const sound = commands.filter(({ args }) => millisecondsOf(args) !== undefined);
  const samples = Array.from({ length: rounds }, () =>
    sound.map(({ args }) => millisecondsOf(args) ?? Number.NaN),
  );
  return sound.map(({ command, bound }, i) => ({
    command,
    bound,
    ...spreadOf(samples.map((round) => round[i] ?? Number.NaN)),
    ratio: spreadOf(samples.map((round) => (round[i] ?? Number.NaN) / (round[0] ?? Number.NaN))),
  }));
}

function millisecondsOf(args: readonly string[]): number | undefined {
  const begun = performance.now();
  const { status } = spawnSync(process.execPath, args, { stdio: 'ignore' });
  return status === 0 ? performance.now() - begun : undefined;
}
