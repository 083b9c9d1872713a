/**
 * `docs/performance.md` and its like for other Nodes, each made from the measurements of one run.
 */
import type { Measurements } from '../src/bench/campaign.js';
import type { Comparison } from '../src/bench/compare.js';
import { runtimeName } from '../src/bench/runtime.js';
import type { WorkloadName } from '../src/bench/workloads.js';
import { en } from '../src/cli/messages-en.js';
import { short } from '../src/report/bench.js';
import { absences, notes } from './peers.js';
import type { StartUp } from './startup.js';
import { verdictsOn } from './targets.js';

/** A run with all that is measured in it. */
export interface Run extends Measurements {
  readonly startUp: readonly StartUp[];
}

/** The Node that `docs/performance.md` is about: the oldest one. */
const oldestNode = '20';

/** Return the path of the document of a run. */
export function pathOfDocument({ machine }: Measurements): string {
  const major = majorOf(machine.node);
  return major === oldestNode ? 'docs/performance.md' : `docs/performance-node-${major}.md`;
}

function majorOf(version: string): string | undefined {
  return version.split('.')[0];
}

/** Write the document. */
export function performanceDocument(measurements: Run): string {
  const { comparisons } = measurements;
  const sections = [
    introduction(measurements),
    ['## In short', '', ...overview(comparisons)],
    ['## Held to', '', ...targets(comparisons)],
    ['## Each workload', ...comparisons.flatMap(section)],
    ['## As the work grows', '', ...growth(measurements.growth)],
    ['## Start-up', '', ...startUp(measurements.startUp)],
    ['## What differs between the peers', '', ...remarks(comparisons)],
  ];
  return `${sections
    .filter((section) => section.some((line) => line.startsWith('|') || line.startsWith('- ')))
    .map((section) => section.join('\n'))
    .join('\n\n')}\n`;
}

function introduction({ machine, date, rounds, quick }: Measurements): string[] {
  const { processor, cores, memoryGiB, system, node, v8, load } = machine;
  return [
    `# Performance on Node ${majorOf(node)}`,
    '',
    '<!-- Written by npm run bench -- --docs. Changes made here are lost. -->',
    '',
    'What an operation costs, in this runtime and in its peers, on the same machine in the same run.',
    'Each peer has a child process of its own for each workload. Rounds are interleaved: in each of',
    'them every peer does its work once, and the next round begins with another. What is shown is',
    'the median, with the 10th and the 90th percentile, and the median of the ratios within each',
    `round. Every peer's work returns the same checksum.`,
    '',
    `- ${date}, ${rounds} rounds (fewer for a peer that needs very long)${quick ? ', quick' : ''}`,
    `- ${processor}, ${cores} cores, ${memoryGiB} GiB, ${system}, load ${load} at the start`,
    `- Node ${node}, V8 ${v8}`,
    `- \`${runtimeName}\` is the runtime as it is; \`64 MiB\` is the runtime with`,
    '  `node --max-semi-space-size=64`, a larger young generation; `observed` has an observer attached',
  ];
}

/** One row for each workload, one column for each peer. */
function overview(comparisons: readonly Comparison[]): string[] {
  const names = [...new Set(comparisons.flatMap(({ peers }) => peers.map(({ peer }) => peer)))];
  return [
    'Nanoseconds of one operation; of `heap`, bytes.',
    '',
    `| work | ${names.join(' | ')} |`,
    `|---|${names.map(() => '--:|').join('')}`,
    ...comparisons.map(({ workload, peers }) => {
      const cells = names.map((name) => {
        const found = peers.find(({ peer }) => peer === name);
        return found !== undefined && 'median' in found ? short(found.median) : '–';
      });
      return `| ${en.bench.workloads[workload]} | ${cells.join(' | ')} |`;
    }),
  ];
}

function targets(comparisons: readonly Comparison[]): string[] {
  return [
    '| workload | ratio | held to | measured | |',
    '|---|---|--:|--:|---|',
    ...comparisons
      .flatMap(verdictsOn)
      .map(
        ({ workload, ratio, bound, measured, isMet }) =>
          `| ${workload} | ${ratio} | ${bound} | ${short(measured)} | ${isMet ? '✓' : '✗'} |`,
      ),
  ];
}

function section({ workload, operations, measures, peers }: Comparison): string[] {
  const unit = measures === 'memory' ? 'bytes' : 'ns';
  return [
    '',
    `### ${workload}`,
    '',
    `${sentence(en.bench.workloads[workload])} ${operations.toLocaleString('en')} in a round.`,
    '',
    `| peer | ${unit} | p10–p90 | times ours | p10–p90 |`,
    '|---|--:|--:|--:|--:|',
    ...peers.map((it) =>
      'absent' in it
        ? `| ${it.peer} | – | ${it.absent} | | |`
        : `| ${it.peer} | ${short(it.median)} | ${short(it.low)}–${short(it.high)} | ${short(it.ratio.median)} | ${short(it.ratio.low)}–${short(it.ratio.high)} |`,
    ),
    ...peers.flatMap(({ peer }) => remarkOn(peer, workload)),
  ];
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function remarkOn(peer: string, workload: WorkloadName): string[] {
  const remark = notes[kindOf(peer)]?.[workload];
  return remark === undefined ? [] : ['', `${peer}: ${remark}.`];
}

/** Peers in Python have their version in their names. */
function kindOf(peer: string): string {
  return peer.split(' ')[0] ?? peer;
}

function growth(comparisons: readonly Comparison[]): string[] {
  if (comparisons.length === 0) return [];
  return [
    `Nanoseconds of each sleeper of \`${runtimeName}\`. Work that were quadratic would take ten times as`,
    'long in each row as in the one before. On the real clock the delays grow with the number of',
    'sleepers, and a few sleepers mostly wait.',
    '',
    '| workload | sleepers | ns | p10–p90 |',
    '|---|--:|--:|--:|',
    ...comparisons.flatMap(({ workload, operations, peers }) =>
      peers.flatMap((it) =>
        'absent' in it
          ? []
          : [
              `| ${workload} | ${operations.toLocaleString('en')} | ${short(it.median)} | ${short(it.low)}–${short(it.high)} |`,
            ],
      ),
    ),
  ];
}

function startUp(measured: readonly StartUp[]): string[] {
  if (measured.length === 0) return [];
  return [
    'Whole commands, from start to end, in milliseconds.',
    '',
    '| command | ms | p10–p90 | times an empty Node | held to | |',
    '|---|--:|--:|--:|--:|---|',
    ...measured.map(({ command, median, low, high, ratio, bound }) => {
      const verdict =
        bound === undefined ? ' | ' : `≤ ${bound} | ${ratio.median <= bound ? '✓' : '✗'}`;
      return `| ${command} | ${short(median)} | ${short(low)}–${short(high)} | ${short(ratio.median)} | ${verdict} |`;
    }),
  ];
}

function remarks(comparisons: readonly Comparison[]): string[] {
  const measured = comparisons.flatMap(({ peers }) => peers.map(({ peer }) => kindOf(peer)));
  const kinds = [...new Set(measured)].filter((kind) => kind in absences);
  return kinds.flatMap((kind) => {
    const all = notes[kind]?.all;
    return all === undefined ? [] : [`- **${kind}**: ${all}.`];
  });
}
