/**
 * `npm run bench`: the runtime and its peers on the same work, side by side in one run.
 *
 * It is compiled before it runs, into a folder of its own: tsx would give every function its name
 * anew each time it is made, and that would be measured too.
 */

import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Command, InvalidArgumentError } from 'commander';
import { conduct } from '../src/bench/campaign.js';
import type { Peer } from '../src/bench/compare.js';
import { peerInNode, runtimePeers } from '../src/bench/runtime.js';
import { ChildError } from '../src/bench/session.js';
import { type Workload, workloadNamed, workloads } from '../src/bench/workloads.js';
import { en } from '../src/cli/messages-en.js';
import { columns } from '../src/cli/terminal.js';
import { benchBlock, growthBlock } from '../src/report/bench.js';
import { plain as uncoloured } from '../src/report/paint.js';
import { pathOfDocument, performanceDocument, type Run } from './document.js';
import { PythonError, peersInNode, peersInPython } from './peers.js';
import { measureStartUp, type StartUp } from './startup.js';

interface Options {
  readonly quick?: true;
  readonly only?: readonly Workload[];
  readonly rounds?: number;
  readonly peers?: readonly string[];
  readonly python?: readonly string[];
  readonly against?: string;
  readonly json?: string;
  readonly markdown?: string;
  readonly docs?: true;
  readonly from?: string;
}

const root = new URL('../../../', import.meta.url);

const program = new Command('npm run bench --')
  .description('Measures asyncio-lab beside native promises, effect, effection and CPython.')
  .option('--quick', 'smaller and fewer rounds, about a minute')
  .option(
    '--only <workload>',
    `measure only this one; may be given several times: ${workloads.map(({ name }) => name).join(', ')}`,
    (name: string, before: readonly Workload[] = []) => [...before, workloadAsked(name)],
  )
  .option('--rounds <N>', 'measure N rounds, however long they take', wholeNumber)
  .option('--peers <names>', 'only peers whose names begin so: native,CPython', (names: string) =>
    names.split(','),
  )
  .option('--python <path>', 'a Python to measure; may be given several times', appended)
  .option('--against <folder>', 'compare with the runtime in a copy of bench/dist made before')
  .option('--json <file>', 'write all measurements as JSON')
  .option('--markdown <file>', 'write the document into a file')
  .option('--docs', 'write the document into docs/performance.md, or that of another Node')
  .option('--from <file>', 'measure nothing: take the measurements of --json')
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2))
  .parse();

try {
  await bench(program.opts<Options>());
} catch (error) {
  if (error instanceof PythonError) program.error(error.message, { exitCode: 2 });
  if (error instanceof ChildError) program.error(error.message);
  throw error;
}

async function bench(options: Options): Promise<void> {
  const measurements: Run =
    options.from === undefined
      ? await measure(options)
      : JSON.parse(readFileSync(options.from, 'utf8'));
  if (options.json !== undefined) {
    writeFileSync(options.json, `${JSON.stringify(measurements, null, 2)}\n`);
  }
  if (options.markdown !== undefined) {
    writeFileSync(options.markdown, performanceDocument(measurements));
  }
  if (options.docs) {
    const path = fileURLToPath(new URL(pathOfDocument(measurements), root));
    writeFileSync(path, performanceDocument(measurements));
  }
}

/** Measure what is asked for, and show each part as soon as it is known. */
async function measure(options: Options): Promise<Run> {
  const style = { language: 'en', words: en, width: columns(), paint: uncoloured } as const;
  const { quick = false, only, rounds } = options;
  const measurements = await conduct(
    {
      quick,
      peers: peersAsked(options),
      growing: [runtimePeers().plain],
      ...(only && { only }),
      ...(rounds !== undefined && { rounds }),
    },
    (comparison) => say(benchBlock(comparison, style)),
  );
  if (only !== undefined) return { ...measurements, startUp: [] };
  say(growthBlock(measurements.growth, style));
  const startUp = measureStartUp(quick ? 5 : 15);
  say(startUp.map(startUpLine).join('\n'));
  return { ...measurements, startUp };
}

function startUpLine({ command, median, ratio }: StartUp): string {
  return ` ${command.padEnd(18)}${median.toFixed(0).padStart(5)} ms  ${ratio.median.toFixed(2)}×`;
}

function say(text: string): void {
  process.stdout.write(`${text}\n\n`);
}

function peersAsked({ peers, python, against }: Options): Peer[] {
  const { plain, largeYoung, observed } = runtimePeers();
  const others = [
    largeYoung,
    observed,
    ...peersInNode(),
    ...(python?.flatMap(peersInPython) ?? pythonFound()),
  ].filter(({ name }) => peers === undefined || peers.some((asked) => name.startsWith(asked)));
  const before =
    against === undefined
      ? []
      : [
          peerInNode('before', pathToFileURL(`${resolve(against)}/src/bench/programs/`), {
            child: pathToFileURL(`${resolve(against)}/src/cli/bench-child.js`),
          }),
        ];
  return [plain, ...before, ...others];
}

/** The Python that is there, if one is. */
function pythonFound(): Peer[] {
  try {
    return peersInPython('python3');
  } catch (error) {
    if (!(error instanceof PythonError)) throw error;
    process.stderr.write(`CPython is absent: ${error.message}\n`);
    return [];
  }
}

function workloadAsked(name: string): Workload {
  const workload = workloadNamed(name);
  if (workload === undefined) throw new InvalidArgumentError('There is no such workload.');
  return workload;
}

function wholeNumber(value: string): number {
  if (!/^[1-9]\d*$/.test(value))
    throw new InvalidArgumentError('It must be a whole number above 0.');
  return Number(value);
}

function appended(value: string, before: readonly string[] = []): string[] {
  return [...before, value];
}
