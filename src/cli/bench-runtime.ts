/**
 * What `asyncio-lab bench` does: measures the runtime in children of its own, plain, with a large
 * young generation and with an observer, and shows each workload as soon as it is done.
 */

import { conduct } from '../bench/campaign.js';
import { thisMachine } from '../bench/machine.js';
import { runtimePeers } from '../bench/runtime.js';
import { type Workload, workloadNamed, workloads } from '../bench/workloads.js';
import { benchBlock, growthBlock } from '../report/bench.js';
import { wrap } from '../report/columns.js';
import type { BenchOptions } from './bench.js';
import type { Context } from './context.js';
import { UsageError } from './usage-error.js';

/** Measure the runtime and report. */
export async function benchRuntime(options: BenchOptions, context: Context): Promise<void> {
  const { quick = false, rounds, json } = options;
  const only = options.only?.map((name) => workloadAsked(name, context));
  const style = await context.style();
  const { processor, cores, node } = thisMachine();
  const say = json ? () => {} : (text: string) => void process.stdout.write(`${text}\n\n`);

  say(` ${style.words.bench.heading(processor, cores, node)}`);
  const { plain, largeYoung, observed } = runtimePeers();
  const measurements = await conduct(
    {
      quick,
      peers: [plain, largeYoung, observed],
      growing: [plain],
      ...(only && { only }),
      ...(rounds !== undefined && { rounds }),
    },
    (comparison) => say(benchBlock(comparison, style)),
  );
  if (measurements.growth.length > 0) say(growthBlock(measurements.growth, style));
  const output = json
    ? JSON.stringify(measurements, null, 2)
    : wrap(style.words.bench.rounds(measurements.rounds), style.width - 2)
        .map((line) => ` ${line}`)
        .join('\n');
  process.stdout.write(`${output}\n`);
}

function workloadAsked(name: string, { messages }: Context): Workload {
  const workload = workloadNamed(name);
  if (workload !== undefined) return workload;
  const known = workloads.map((it) => it.name).join(', ');
  throw new UsageError(messages.errors.unknownWorkload(name, known));
}
