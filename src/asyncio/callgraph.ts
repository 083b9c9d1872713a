/**
 * Call graphs: which calls a task stands in, which tasks wait for it, and so on outwards.
 *
 * A task knows the coroutines that it stands in, and the future that it waits for; who waits for
 * several at once, by a `gather`, a `wait`, a `shield` or a group, is noted with each of them. The
 * rest is looked up when a graph is asked for, so that a program which asks for none pays nothing.
 *
 * The calls between a running task's coroutine and whoever asks are read off the engine's stack; the
 * file and the line at which a suspended coroutine stands are the host's to know. The blocks of
 * `asyncWith` and `asyncFor` are statements in Python, so they are no calls here either; and a bare
 * generator awaited by another coroutine is a part of that one, unless it runs this very moment.
 */
import type { Coroutine } from '../core/coroutines.js';
import { RuntimeError } from '../core/exceptions.js';
import { type Frame, frameOf, pauseFrame, runningFrames } from '../core/frames.js';
import { byCreation, type Future, isFuture } from '../core/futures.js';
import { repr } from '../core/repr.js';
import { runningLoop } from '../core/running.js';
import { printTo, type TextFile } from '../core/standardoutput.js';
import { Task } from '../core/tasks.js';

/** What a call graph can be limited to. */
export interface CallGraphOptions {
  /** How many calls to leave out in front, of the running task's; 1 by default, the function itself. */
  readonly depth?: number;
  /**
   * How many calls to keep of each stack: the outermost ones, or with a negative number the
   * innermost; all by default, none with 0.
   */
  readonly limit?: number | undefined;
}

/** One call of a call graph (`asyncio.FrameCallGraphEntry`). */
export class FrameCallGraphEntry {
  constructor(readonly frame: Frame) {}
}

/** A future, the calls that it stands in, and who waits for it (`asyncio.FutureCallGraph`). */
export class FutureCallGraph {
  constructor(
    readonly future: Future<unknown>,
    /** The innermost call first; empty for a future that is no task, and for one that is done. */
    readonly callStack: readonly FrameCallGraphEntry[],
    /** In order of creation. */
    readonly awaitedBy: readonly FutureCallGraph[],
  ) {}
}

/**
 * Capture the call graph of a future, or of the running task (`asyncio.capture_call_graph`).
 *
 * Gives `undefined` in a callback, where no task is running.
 *
 * @throws RuntimeError when no future is given and no loop is running.
 * @example
 * const graph = captureCallGraph(task);
 * for (const { future } of graph.awaitedBy) print(future);
 */
export function captureCallGraph(
  future: Future<never> | Future<unknown>,
  options?: CallGraphOptions,
): FutureCallGraph;
export function captureCallGraph(
  future?: Future<never> | Future<unknown> | undefined,
  options?: CallGraphOptions,
): FutureCallGraph | undefined;
export function captureCallGraph(
  future?: Future<unknown>,
  { depth = 1, limit }: CallGraphOptions = {},
): FutureCallGraph | undefined {
  const loop = runningLoop();
  if (future === undefined && loop === undefined) {
    throw new RuntimeError(
      'captureCallGraph() is called outside of a running event loop and no *future* to introspect was provided',
    );
  }
  const running = loop?.currentTask;
  if (future !== undefined && future !== running) return graphOf(future, limit);
  if (running === undefined) return undefined;
  const calls = runningFrames();
  const stack = runningStack(running.innermost, calls).slice(calls.length > 0 ? depth : 0);
  return new FutureCallGraph(running, limited(stack, limit), waitersOf(running, limit));
}

/**
 * Put the call graph of a future, or of the running task, into words (`asyncio.format_call_graph`).
 *
 * Gives `''` in a callback.
 *
 * @throws RuntimeError when no future is given and no loop is running.
 */
export function formatCallGraph(
  future?: Future<never> | Future<unknown>,
  { depth = 1, limit }: CallGraphOptions = {},
): string {
  const graph = captureCallGraph(future, { depth: depth + 1, limit });
  return graph === undefined ? '' : linesOf(graph, '').join('\n');
}

/**
 * Print the call graph of a future, or of the running task (`asyncio.print_call_graph`).
 *
 * @throws RuntimeError when no future is given and no loop is running.
 * @example
 * printCallGraph(task);
 * // * Task(name='Task-2', id=0x2)
 * //   + Call stack:
 * //   |   File 'shop.ts', line 12, in async fetchPage()
 * //   + Awaited by:
 * //     * Task(name='Task-1', id=0x1)
 * //       + Call stack:
 * //       |   File 'shop.ts', line 20, in async main()
 */
export function printCallGraph(
  future?: Future<never> | Future<unknown>,
  { file, depth = 1, limit }: CallGraphOptions & { readonly file?: TextFile | undefined } = {},
): void {
  printTo(file, formatCallGraph(future, { depth, limit }));
}

function graphOf(future: Future<unknown>, limit: number | undefined): FutureCallGraph {
  if (!isFuture(future)) {
    throw new TypeError(
      `${repr(future)} object does not appear to be compatible with asyncio.Future`,
    );
  }
  const stack = limit !== 0 && future instanceof Task && !future.done() ? callsIn(future) : [];
  return new FutureCallGraph(future, limited(stack, limit), waitersOf(future, limit));
}

/** Return the calls of a task; of one that runs this moment the outermost alone, as in CPython. */
function callsIn(task: Task<unknown>): Frame[] {
  const { innermost } = task;
  const { state } = innermost;
  const coroutines = callsFrom(state === 'running' ? task.outermost : innermost).map(frameOf);
  return state === 'pausing' ? [pauseFrame, ...coroutines] : coroutines;
}

/** Return the coroutines from one outwards that have not ended, without those that are statements. */
function callsFrom(innermost: Coroutine<unknown> | undefined): Coroutine<unknown>[] {
  const coroutines: Coroutine<unknown>[] = [];
  for (let called = innermost; called !== undefined; called = called.caller) {
    if (called.state !== 'closed' && !isStatement(called)) coroutines.push(called);
  }
  return coroutines;
}

function isStatement({ name, caller }: Coroutine<unknown>): boolean {
  return caller !== undefined && (name === 'async with' || name === 'async for');
}

/** Return the calls of the running task: those that the engine knows, and the coroutines outwards. */
function runningStack(innermost: Coroutine<unknown>, calls: readonly Frame[]): Frame[] {
  const inside = calls.slice(0, -1);
  const coroutines = callsFrom(innermost).map(frameOf);
  const body = inside.at(-1);
  if (!isStatement(innermost) || body?.name !== '<lambda>') return [...inside, ...coroutines];
  // The body of a statement, when it has no name, is a part of the coroutine that it stands in.
  const [own, ...outer] = coroutines;
  const { file, line } = body;
  return [...inside.slice(0, -1), { ...(own as Frame), file, line }, ...outer];
}

function limited(stack: readonly Frame[], limit: number | undefined): FrameCallGraphEntry[] {
  const kept =
    limit === undefined ? stack : limit > 0 ? stack.slice(-limit) : stack.slice(0, -limit);
  return kept.map((frame) => new FrameCallGraphEntry(frame));
}

function waitersOf(future: Future<unknown>, limit: number | undefined): FutureCallGraph[] {
  const waiters = new Set(future.awaiters());
  for (const task of future.loop.tasks) if (future.isAwaitedBy(task)) waiters.add(task);
  return [...waiters].sort(byCreation).map((waiter) => graphOf(waiter, limit));
}

function linesOf({ future, callStack, awaitedBy }: FutureCallGraph, indent: string): string[] {
  const id = `id=0x${future.birth.toString(16)}`;
  const what =
    future instanceof Task ? `Task(name=${repr(future.getName())}, ${id})` : `Future(${id})`;
  const lines = [`${indent}* ${what}`];
  if (callStack.length > 0) lines.push(`${indent}  + Call stack:`);
  for (const { frame } of callStack) lines.push(`${indent}  |   ${describe(frame)}`);
  if (awaitedBy.length > 0) lines.push(`${indent}  + Awaited by:`);
  return lines.concat(awaitedBy.flatMap((graph) => linesOf(graph, `${indent}    `)));
}

function describe({ file, line, name, isAsync }: Frame): string {
  return `File ${repr(file)}, line ${line}, in ${isAsync ? 'async ' : ''}${name}()`;
}
