/**
 * What `asyncio-lab run --serve` does: keeps the server of one variant up and shows what it prints,
 * until Ctrl-C, which is its proper end.
 */

import { describeError } from '../lab/describe-error.js';
import type { Clock } from '../lab/execution.js';
import { findScenarios } from '../lab/find.js';
import type { Found } from '../lab/found.js';
import { checkVariants } from '../lab/perform.js';
import type { Variant } from '../lab/scenario.js';
import { serveVariant } from '../lab/serve-variant.js';
import { widthOf } from '../report/columns.js';
import { scenarioHeading } from '../report/heading.js';
import type { Style } from '../report/style.js';
import { Transcript } from '../report/transcript.js';
import { visible } from '../report/visible.js';
import type { Context } from './context.js';
import { importGuarded } from './import-guarded.js';
import { interruptible } from './interrupts.js';
import type { Messages } from './messages.js';
import type { RunOptions } from './run.js';
import { UsageError } from './usage-error.js';

/** A variant that has a server. */
interface Servable {
  readonly name: string;
  readonly variant: Variant;
  readonly serve: NonNullable<Variant['serve']>;
}

/** Keep a server up until Ctrl-C, and return the exit code. */
export async function serveScenario(
  names: readonly string[],
  options: RunOptions,
  context: Context,
): Promise<number> {
  const { messages } = context;
  const [found, ...others] = await findScenarios(names, importGuarded(messages));
  if (found === undefined || others.length > 0) throw new UsageError(messages.errors.serveOne);
  const { name, variant, serve } = chosen(found, options.variant, messages);
  const clock: Clock = { kind: 'real', speed: options.speed ?? 1 };
  const style = await context.style();
  const transcript = new Transcript(transcriptOfClients, variant, clock, style);
  const begin = ['', ...transcript.heading(name, widthOf(name), variant)];
  write([scenarioHeading(found, clock, style), ...begin]);
  try {
    await interruptible((signal) =>
      serveVariant(serve, {
        speed: clock.speed,
        signal,
        onAddress: (address) => write(['', ...invitation(address, messages, style), '']),
        onLine: (actual) => write(transcript.line({ state: 'unjudged', actual })),
        onWarning: (text) => write(transcript.warning(withoutStack(text))),
      }),
    );
  } catch (error) {
    const said = messages.errors.serverEnded(describeError(error));
    process.stderr.write(`asyncio-lab: ${visible(said)}\n`);
    return 1;
  }
  process.stderr.write(`asyncio-lab: ${messages.serve.stopped}\n`);
  return 0;
}

/** Nobody knows who will come, so nothing is expected. */
const transcriptOfClients = {
  source: 'author',
  outcome: { type: 'return' },
  measures: {},
} as const;

function chosen(found: Found, [wanted]: readonly string[] = [], { errors }: Messages): Servable {
  if (wanted !== undefined) checkVariants([found], [wanted]);
  const servable = Object.entries(found.scenario.variants).flatMap(([name, variant]) =>
    variant.serve === undefined ? [] : [{ name, variant, serve: variant.serve }],
  );
  const [first, ...rest] = servable.filter(({ name }) => wanted === undefined || name === wanted);
  if (first === undefined) {
    const place = wanted === undefined ? found.name : `${found.name}/${wanted}`;
    throw new UsageError(errors.servesNothing(place));
  }
  if (rest.length > 0) throw new UsageError(errors.chooseToServe(servable.map(({ name }) => name)));
  return first;
}

/** How to ask the server: whoever speaks HTTP gets a command to copy. */
function invitation(address: string, { serve }: Messages, { paint }: Style): string[] {
  const place = visible(address);
  const isUp = ` ${paint.bold(serve.isUp(place))}`;
  if (!address.startsWith('http://')) return [isUp];
  return [
    isUp,
    ` ${serve.ask}`,
    `   curl ${place}`,
    ` ${serve.askTenAtOnce}`,
    `   curl -sZ --parallel-immediate '${place}[1-10]'`,
  ];
}

/** What a client does wrong is told, not where in the server that is noticed. */
function withoutStack(text: string): string {
  return text.split(/\n {4}at /)[0] ?? '';
}

function write(lines: readonly string[]): void {
  if (lines.length > 0) process.stdout.write(`${lines.join('\n')}\n`);
}
