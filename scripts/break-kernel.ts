/**
 * `npm run break-kernel`: breaks a copy of the runtime, in one way at a time, and asks the fixed
 * parity programs whether they notice.
 *
 * It prints how many of them did, and fails when none did, or when the sources have changed so that
 * they cannot be broken in that way any more. A copy that hangs or crashes is noticed as well.
 */
import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import Table from 'cli-table3';
import { pyodideInterpreter } from '../src/lab/cpython/pyodide.js';
import { type Breakage, breakages } from '../test/parity/breakages.js';
import { fixed } from '../test/parity/fixed.js';
import { generate } from '../test/parity/generate.js';
import { CPython } from '../test/parity/there.js';
import type { Transcript } from '../test/parity/transcript.js';

/** How long the programs may take on a broken copy, in milliseconds. */
const PATIENCE = 60_000;

const project = fileURLToPath(new URL('..', import.meta.url));

async function main(): Promise<void> {
  const copy = mkdtempSync(join(tmpdir(), 'asyncio-lab-broken-'));
  try {
    for (const part of ['src', 'test/parity', 'package.json', 'tsconfig.json']) {
      cpSync(join(project, part), join(copy, part), { recursive: true });
    }
    symlinkSync(join(project, 'node_modules'), join(copy, 'node_modules'), 'junction');
    writeFileSync(join(copy, 'transcripts.json'), JSON.stringify(await transcripts()));
    const sound = await replay(copy);
    if (sound !== 'noticed by none') throw new Error(`what is not broken is ${sound}`);
    await breakAll(copy);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

async function breakAll(copy: string): Promise<void> {
  const table = new Table({ head: ['broken so that', 'in', ''], style: { head: [], border: [] } });
  for (const breakage of breakages) {
    const noticed = await tryBroken(copy, breakage);
    console.error(`${breakage.name}: ${noticed}`);
    table.push([breakage.name, breakage.file, noticed]);
    if (/^(noticed by none|does not apply)/.test(noticed)) process.exitCode = 1;
  }
  console.log(table.toString());
}

/** Tell who notices when the copy is broken in a way; it is whole again afterwards. */
async function tryBroken(copy: string, { file, from, to }: Breakage): Promise<string> {
  const path = join(copy, 'src', file);
  const source = readFileSync(path, 'utf8');
  if (source.split(from).length !== 2) return 'does not apply to the sources any more';
  writeFileSync(
    path,
    source.replace(from, () => to),
  );
  try {
    return await replay(copy);
  } finally {
    writeFileSync(path, source);
  }
}

async function replay(copy: string): Promise<string> {
  const args = ['--import', 'tsx', 'test/parity/replay.ts', 'transcripts.json'];
  const options = { cwd: copy, timeout: PATIENCE, killSignal: 'SIGKILL' } as const;
  const run = promisify(execFile)(process.execPath, args, options);
  const output = await run.catch((error: { readonly killed?: boolean }) => error);
  if (!('stdout' in output) || !String(output.stdout).startsWith('[')) {
    return 'killed' in output && output.killed ? 'noticed: it hangs' : 'noticed: it crashes';
  }
  const seeds = JSON.parse(String(output.stdout)) as readonly number[];
  if (seeds.length === 0) return 'noticed by none';
  const few = seeds.slice(0, 5).join(', ');
  return `noticed by ${seeds.length}: ${few}${seeds.length > 5 ? ', …' : ''}`;
}

/** What CPython does with the fixed programs. */
async function transcripts(): Promise<Transcript[]> {
  const interpreter = await pyodideInterpreter();
  try {
    const there = await CPython.load(interpreter);
    const done: Transcript[] = [];
    for (let index = 0; index < fixed.count; index += 1) {
      done.push(await there.run(generate(fixed.seed + index)));
    }
    return done;
  } finally {
    interpreter.close();
  }
}

try {
  await main();
} catch (error) {
  console.error(`break-kernel: ${(error as Error).message.split('\n')[0]}`);
  process.exitCode = 1;
}
