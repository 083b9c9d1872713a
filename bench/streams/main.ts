/**
 * `npm run bench:streams`: the streams here beside CPython's, in one run over loopback.
 *
 * Rounds are interleaved, and each is a process of its own. What is said of a peer is the median of its
 * rounds, and of memory the worst. The exit code is 1 where a promise is not kept: no answer and no byte
 * is lost, the memory grows by less than 64 MiB, and the rate is at least CPython's.
 */
import { execFile, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Command, InvalidArgumentError } from 'commander';
import { spreadOf } from '../../src/bench/statistics.js';
import type { Answers } from './requests.js';
import { slowReader } from './slow-reader.js';
import type { Passage } from './writer.js';

const MEBIBYTE = 2 ** 20;

/** How much more memory a process may have in the course of its work, in bytes. */
const GROWTH = 64 * MEBIBYTE;

interface Options {
  readonly connections: number;
  readonly requests: number;
  readonly mebibytes: number;
  readonly rounds: number;
  readonly python?: string;
}

/** Someone who runs the programs. */
interface Peer {
  readonly name: string;
  readonly command: readonly [file: string, ...args: string[]];
}

const program = new Command('npm run bench:streams --')
  .description("Measures the streams of asyncio-lab beside CPython's, over loopback.")
  .option('--connections <N>', 'how many are open at once', wholeNumber, 1000)
  .option('--requests <N>', 'how many each of them has', wholeNumber, 100)
  .option('--mebibytes <N>', 'how much is written to a slow reader', wholeNumber, 1024)
  .option('--rounds <N>', 'how often each is measured', wholeNumber, 3)
  .option('--python <path>', 'the Python to measure; python3 by default')
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2))
  .parse();
const { connections, requests, mebibytes, rounds, python } = program.opts<Options>();

const ours: Peer = {
  name: 'asyncio-lab',
  command: [process.execPath, fileURLToPath(new URL('./child.js', import.meta.url))],
};
const peers = [ours, ...pythonFound()];
let isKept = true;

say(`${count(connections)} connections at once, ${count(requests)} requests each`);
const load = ['requests', String(connections), String(requests)];
const answers = await measured<Answers>(load);
const expected = connections * requests;
const rates = new Map<Peer, number>();
for (const [peer, samples] of answers) {
  const answered = Math.min(...samples.map((sample) => sample.answered));
  const rate = spreadOf(samples.map((sample) => sample.answered / sample.seconds)).median;
  rates.set(peer, rate);
  line(
    peer,
    [`${count(answered)} answered`, `${count(rate)} a second`],
    samples,
    answered === expected,
  );
}
const ourRate = rates.get(ours) as number;
for (const [peer, rate] of rates) {
  if (peer === ours) continue;
  say(` ${(ourRate / rate).toFixed(2)} times the rate of ${peer.name}`);
  isKept &&= ourRate >= rate;
}

say(`\n${count(mebibytes)} MiB to a reader that does not keep up`);
const { port, close } = await slowReader();
const message = ['writer', String(port), String(mebibytes * MEBIBYTE)];
for (const [peer, samples] of await measured<Passage>(message)) {
  const bytes = Math.min(...samples.map((sample) => sample.bytes));
  const { median } = spreadOf(samples.map((sample) => sample.seconds));
  const parts = [`${count(bytes / MEBIBYTE)} MiB`, `${median.toFixed(1)} s`];
  line(peer, parts, samples, bytes === mebibytes * MEBIBYTE);
}
close();
process.exitCode = isKept ? 0 : 1;

function line(
  peer: Peer,
  parts: readonly string[],
  samples: readonly { readonly growth: number }[],
  isWhole: boolean,
): void {
  const growth = Math.max(...samples.map((sample) => sample.growth));
  const memory = `memory ${growth < 0 ? '' : '+'}${(growth / MEBIBYTE).toFixed(1)} MiB`;
  const cells = [...parts, memory].map((part) => part.padStart(20));
  const isSound = peer !== ours || (isWhole && growth < GROWTH);
  say(` ${peer.name.padEnd(16)}${cells.join('')}${isSound ? '' : '  not kept'}`);
  isKept &&= isSound;
}

/** Have a program run by everybody, round by round. */
async function measured<T>(args: readonly string[]): Promise<Map<Peer, T[]>> {
  const samples = new Map<Peer, T[]>(peers.map((peer) => [peer, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [peer, ofPeer] of samples) ofPeer.push(JSON.parse(await output(peer, args)));
  }
  return samples;
}

async function output(
  { name, command: [file, ...before] }: Peer,
  args: readonly string[],
): Promise<string> {
  try {
    return (await promisify(execFile)(file, [...before, ...args])).stdout;
  } catch (error) {
    process.stderr.write(`${name} failed: ${(error as Error).message}\n`);
    process.exit(1);
  }
}

function pythonFound(): Peer[] {
  const child = fileURLToPath(new URL('../../../streams/streams.py', import.meta.url));
  const command = [python ?? 'python3', '-B', child] as const;
  const [file, ...args] = [...command, 'version'];
  const { stdout, status } = spawnSync(file, args, { encoding: 'utf8' });
  if (status === 0) return [{ name: `CPython ${stdout.trim()}`, command }];
  if (python !== undefined) program.error(`${python} is no CPython from 3.8 on`, { exitCode: 2 });
  process.stderr.write('CPython is absent: python3 is none from 3.8 on\n');
  return [];
}

function count(number: number): string {
  return Math.round(number).toLocaleString('en');
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

function wholeNumber(value: string): number {
  if (!/^[1-9]\d*$/.test(value))
    throw new InvalidArgumentError('It must be a whole number above 0.');
  return Number(value);
}
