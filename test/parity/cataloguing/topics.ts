/**
 * The topics of the catalogue, in the order in which to read them.
 *
 * Each has three files in `catalogue/`: its programs in TypeScript, the same in Python, and what
 * CPython did with them.
 */
import { readFileSync } from 'node:fs';
import { inCamelCase } from '../translation.js';
import { type Listing, listingOfPython, listingOfTypeScript } from './listing.js';

const titles: Readonly<Record<string, string>> = {
  coroutines: 'Coroutines and awaiting',
  tasks: 'Tasks',
  ready_queue: 'The order of the ready queue',
  timers: 'Timers and sleep',
  futures: 'Futures and callbacks',
  cancellation: 'Cancellation',
  gather: 'gather',
  wait: 'wait',
  wait_for: 'wait_for',
  timeouts: 'timeout',
  shield: 'shield',
  as_completed: 'as_completed',
  async_with_for: 'async with and async for',
  locks: 'Lock',
  events: 'Event',
  conditions: 'Condition',
  semaphores: 'Semaphore and BoundedSemaphore',
  barriers: 'Barrier',
  queues: 'Queue, PriorityQueue and LifoQueue',
  task_groups: 'TaskGroup and ExceptionGroup',
  context_variables: 'Context variables',
  eager_tasks: 'Eager tasks',
  running: 'run and Runner',
  event_loop: 'The event loop',
  threads: 'Threads',
};

/** A topic, with the texts of its programs. */
export interface Topic {
  /** The name of its files. */
  readonly name: string;
  readonly title: string;
  /** What all its programs are about, in one sentence. */
  readonly about: string;
  readonly programs: readonly CataloguedProgram[];
  /** The whole file in Python. */
  readonly python: string;
}

/** A program of the catalogue, in both languages. */
export interface CataloguedProgram {
  /** Its name in Python. */
  readonly name: string;
  /** Its name in TypeScript. */
  readonly twin: string;
  /** What it shows. */
  readonly sentence: string;
  readonly typescript: string;
  readonly python: string;
}

/** Return the address of a topic's file: `.ts`, `.py` or `.cpython.json`. */
export function topicFile(name: string, ending: string): URL {
  return new URL(`../catalogue/${name}${ending}`, import.meta.url);
}

/**
 * Read all topics, with their programs in order.
 *
 * @throws Error when a program has no twin, or one that says something else.
 */
export function readTopics(): Topic[] {
  return Object.entries(titles).map(([name, title]) => {
    const python = readFileSync(topicFile(name, '.py'), 'utf8');
    const here = listingOfTypeScript(readFileSync(topicFile(name, '.ts'), 'utf8'));
    const there = listingOfPython(python);
    checkTwins(name, contents(there), contents(here));
    const programs = there.sources.map(({ name, sentence, text }, i) => {
      const typescript = here.sources[i]?.text as string;
      return { name, twin: inCamelCase(name), sentence, typescript, python: text };
    });
    return { name, title, about: there.about, programs, python };
  });
}

/** Return what must be the same in both languages, in order. */
function contents({ about, sources }: Listing): string[] {
  return [about, ...sources.map(({ name, sentence }) => `${inCamelCase(name)}: ${sentence}`)];
}

function checkTwins(topic: string, there: readonly string[], here: readonly string[]): void {
  const index = there.findIndex((line, i) => line !== here[i]);
  if (index < 0 && here.length === there.length) return;
  const line = index < 0 ? there.length : index;
  throw new Error(`${topic}: Python has '${there[line]}' where TypeScript has '${here[line]}'`);
}
