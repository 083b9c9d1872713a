/**
 * Brings scenarios to their verdicts, one after the other, with one member of the crew at a time.
 *
 * A member that a scenario has spoilt is replaced: it has exited, was killed, or has something in it
 * that was left behind. No scenario fails for what its neighbours did: one that fails
 * where others ran before runs again in a new one, and that counts.
 */

import type { Location } from '../locate.js';
import { type Fault, type ScenarioResult, statusOf, type VariantResult } from '../result.js';
import type { Proposal } from '../update.js';
import type { Crew } from './crew.js';
import { brokenScenario, lostVariant, lostWhileLoading, scenarioOf } from './lost.js';
import type { Member } from './member.js';
import type { Job, Reply } from './messages.js';

/** How scenarios are brought to their verdicts. */
export interface LaneOptions {
  readonly settings: Job['settings'];
  /** How often a variant that fails is tried again. */
  readonly retries: number;
  /** Whether they are to propose what they are to do from now on. */
  readonly propose?: boolean;
  readonly signal: AbortSignal;
}

/** What came of a module. */
export interface Verdict {
  /** Absent when it is no scenario but a helper of others. */
  readonly result?: ScenarioResult;
  readonly proposal?: Proposal;
  /** What it wrote to standard output and standard error by itself. */
  readonly output: readonly string[];
}

/** What a job is to do, beside what is the same for all. */
type Task = Pick<Job, 'only' | 'earlier'>;

/** One process after the other, and the scenarios that run in them. */
export class Lane {
  readonly #crew: Crew;
  readonly #options: LaneOptions;
  #member: Member;

  constructor(crew: Crew, options: LaneOptions) {
    this.#crew = crew;
    this.#options = options;
    this.#member = crew.hire();
  }

  /** Run a scenario as often as its verdict needs. */
  async check(location: Location): Promise<Verdict> {
    if (!this.#member.isUsable) this.#replace();
    const wasUsed = this.#member.jobs > 0;
    let verdict = await this.#run(location, { earlier: [] });
    if (wasUsed && hasFailed(verdict) && !this.#isInterrupted) {
      this.#replace();
      verdict = await this.#run(location, { earlier: [] });
    }
    for (let retry = 0; retry < this.#options.retries; retry += 1) {
      const { result } = verdict;
      if (!result?.variants.some(mayPass) || this.#isInterrupted) break;
      verdict = await this.#runAgain(location, result);
    }
    if (verdict.result?.problem || verdict.result?.variants.some(hasSpoilt)) this.#replace();
    return verdict;
  }

  get #isInterrupted(): boolean {
    return this.#options.signal.aborted;
  }

  async #runAgain(location: Location, result: ScenarioResult): Promise<Verdict> {
    const failed = result.variants.filter(mayPass);
    const only = new Set(failed.map(({ name }) => name));
    for (const fault of failed.flatMap(({ faults }) => faults)) {
      if (fault.type === 'ratio') only.add(fault.ratio.than);
    }
    this.#replace();
    const earlier = result.variants.filter(({ name }) => !only.has(name));
    const verdict = await this.#run(location, { only: [...only], earlier });
    if (verdict.result === undefined) return verdict;
    const variants = verdict.result.variants.map((variant) => {
      const before = failed.find(({ name }) => name === variant.name);
      if (before === undefined) return variant;
      return {
        ...variant,
        ...(before.place !== undefined && { place: before.place }),
        retries: [...(before.retries ?? []), faultsOf(before)],
      };
    });
    return { ...verdict, result: { ...verdict.result, variants } };
  }

  /** Run a scenario's variants; where one ends the process, the others run in the next. */
  async #run(location: Location, first: Task): Promise<Verdict> {
    const { settings, propose = false, signal } = this.#options;
    const output: string[] = [];
    let task = first;
    while (true) {
      const ending = await this.#member.perform({ location, settings, propose, ...task }, signal);
      output.push(...ending.output);
      if (ending.type === 'reply') return { ...resultOf(ending.reply, location), output };
      this.#replace();
      const { variants, finished, current } = ending;
      if (variants === undefined || current === undefined) {
        return { result: lostWhileLoading(location, ending), output };
      }
      const earlier = [...task.earlier, ...finished, lostVariant(ending, current, location)];
      const only = (task.only ?? variants).filter(
        (name) => !earlier.some((result) => result.name === name),
      );
      if (only.length === 0 || signal.aborted) {
        return { result: scenarioOf(location, earlier, variants), output };
      }
      task = { only, earlier };
    }
  }

  #replace(): void {
    this.#crew.dismiss(this.#member);
    this.#member = this.#crew.hire();
  }
}

function resultOf(reply: Reply, location: Location): Pick<Verdict, 'result' | 'proposal'> {
  switch (reply.type) {
    case 'result': {
      const { proposal } = reply;
      const { name, source } = location;
      const { variants } = reply.result;
      const result = { name, source, status: statusOf(variants), variants };
      return { result, ...(proposal !== undefined && { proposal }) };
    }
    case 'problem':
      return { result: brokenScenario(location, reply.problem) };
    case 'helper':
      return {};
    case 'fault':
      return {
        result: brokenScenario(location, {
          type: 'breaks',
          path: location.path,
          error: reply.error,
        }),
      };
  }
}

function hasFailed({ result }: Verdict): boolean {
  return result?.status === 'fail';
}

/** Whether a variant failed for what may be otherwise when it is tried again. */
function mayPass({ status, faults }: VariantResult): boolean {
  const lasting: readonly Fault['type'][] = ['nothing-expected', 'no-such-variant'];
  return status === 'fail' && !faults.some(({ type }) => lasting.includes(type));
}

/** The log of an attempt is not kept, but the first line of it that differs. */
function faultsOf({ log, faults }: VariantResult): Fault[] {
  const index = log.findIndex(({ state }) => state !== 'ok' && state !== 'unjudged');
  const { t, text, task } = log[index]?.actual ?? {};
  const isThere = t !== undefined && text !== undefined;
  const line = isThere && { line: { t, text, ...(task !== undefined && { task }) } };
  const first = { number: index + 1, ...line };
  return faults.map((fault) => (fault.type === 'lines' ? { ...fault, first } : fault));
}

/** What a variant has left behind, or what has failed late, may not be the last of it. */
function hasSpoilt({ faults }: VariantResult): boolean {
  const spoiling: readonly Fault['type'][] = ['leak', 'stray', 'time-limit'];
  return faults.some(({ type }) => spoiling.includes(type));
}
