/**
 * What `bench` shows: a block for each workload, with a line and a bar for each peer.
 *
 * Numbers are medians, with the tenth and the ninetieth percentile beside them. The ratio to the
 * first peer is the median of the ratios within each round, which a machine that is busy for a while
 * changes least.
 */
import type { Comparison, Measured } from '../bench/compare.js';
import { padEnd, padStart, widthOf } from './columns.js';
import type { Style } from './style.js';

const gap = '  ';
const widestBar = 24;
const narrowestBar = 6;

/** Render what was measured on one workload. */
export function benchBlock(comparison: Comparison, style: Style): string {
  const { words, paint } = style;
  const { workload, operations, measures } = comparison;
  const measured = comparison.peers.filter((it) => 'median' in it);
  const absent = comparison.peers.filter((it) => 'absent' in it);
  const heading = ` ${paint.bold(workload)} · ${words.bench.workloads[workload]}`;
  const unit = measures === 'memory' ? words.bench.bytes : words.bench.nanoseconds;
  const rows = measured.map((it) => [
    it.peer,
    short(it.median),
    `${short(it.low)}–${short(it.high)}`,
    ratioOf(it, measured[0]),
  ]);
  const widths = [0, 1, 2, 3].map((i) => Math.max(0, ...rows.map((row) => widthOf(row[i] ?? ''))));
  const taken = widths.reduce((sum, width) => sum + width + gap.length, 3);
  const room = Math.min(widestBar, style.width - 1 - taken);
  const longest = Math.max(...measured.map(({ median }) => median));
  const lines = rows.map(([name = '', median = '', spread = '', ratio = ''], i) => {
    const length = room < narrowestBar ? 0 : ((measured[i]?.median ?? 0) / longest) * room;
    return [
      `   ${padEnd(name, widths[0] ?? 0)}`,
      padStart(median, widths[1] ?? 0),
      paint.dim(padEnd(spread, widths[2] ?? 0)),
      padStart(ratio, widths[3] ?? 0),
      bar(length),
    ]
      .join(gap)
      .trimEnd();
  });
  return [
    `${heading} · ${words.bench.operations(operations.toLocaleString('en'), unit)}`,
    ...lines,
    ...absent.map(({ peer, absent: reason }) => paint.dim(`   ${peer}: ${reason}`)),
  ].join('\n');
}

/** Render how the time of an operation grows with their number, for the first peer. */
export function growthBlock(growth: readonly Comparison[], style: Style): string {
  const { words, paint } = style;
  const rows = growth.map(({ workload, operations, peers: [first] }) => ({
    workload,
    count: operations.toLocaleString('en'),
    nanoseconds: first !== undefined && 'median' in first ? short(first.median) : '–',
  }));
  const width = (key: 'workload' | 'count' | 'nanoseconds') =>
    Math.max(0, ...rows.map((row) => row[key].length));
  return [
    ` ${paint.bold(words.bench.growth)} · ${words.bench.nanoseconds}`,
    ...rows.map(
      (row) =>
        `   ${padEnd(row.workload, width('workload'))}${gap}${padStart(row.count, width('count'))}${gap}${padStart(row.nanoseconds, width('nanoseconds'))}`,
    ),
  ].join('\n');
}

function ratioOf({ ratio }: Measured, first: Measured | undefined): string {
  return ratio.median === 1 && first?.ratio === ratio ? '' : `${short(ratio.median)}×`;
}

/** Three digits, and no exponent. */
export function short(number: number): string {
  if (number >= 100) return number.toFixed(0);
  return number.toFixed(number >= 9.995 ? 1 : 2);
}

/** A bar of so many columns, the last of them filled in eighths. */
function bar(length: number): string {
  const eighths = Math.round(length * 8);
  return '█'.repeat(Math.floor(eighths / 8)) + (['', ...'▏▎▍▌▋▊▉'][eighths % 8] ?? '');
}
