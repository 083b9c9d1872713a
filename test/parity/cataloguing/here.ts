/**
 * Runs programs of the catalogue on this library, under the virtual clock, and writes down what they
 * do in the form of a recording.
 */
import {
  type EventLoop,
  type ExceptionContext,
  isCoroutine,
  type PrintedLine,
  run,
  Task,
  virtualHost,
  withHost,
} from '../../../src/index.js';
import type { Report } from '../../../src/lab/cpython/interpreter.js';
import { outcomeOf } from '../../../src/lab/outcome.js';
import type { Recorded } from './recording.js';

/** Run a program: a coroutine function by `run`, any other is called. */
export async function recordHere(program: () => unknown): Promise<Recorded> {
  const lines: PrintedLine[] = [];
  const warnings: string[] = [];
  const reports: Report[] = [];
  const host = virtualHost({
    output: { print: (line) => lines.push(line), warn: (text) => warnings.push(text) },
  });
  const observer = {
    loopCreated(loop: EventLoop) {
      loop.defaultExceptionHandler = (context) => {
        reports.push(reportOf(loop, context));
      };
    },
  };
  const outcome = await outcomeOf(() => withHost(host, () => start(program), { observer }));
  return {
    elapsed: rounded(host.time()),
    lines: lines.map(({ time, text, task }) => ({
      t: rounded(time),
      text,
      ...(task !== undefined && { task }),
    })),
    outcome,
    ...(warnings.length > 0 && { warnings }),
    ...(reports.length > 0 && { reports }),
  };
}

function start(program: () => unknown): unknown {
  const result = program();
  return isCoroutine(result) ? run(result) : result;
}

function reportOf(loop: EventLoop, { message, exception, task, future }: ExceptionContext): Report {
  const concerned = task ?? future;
  return {
    t: rounded(loop.time()),
    message: message || 'Unhandled exception in event loop',
    ...(exception instanceof Error && {
      error: { name: exception.name, message: exception.message },
    }),
    ...(concerned instanceof Task && { task: concerned.getName() }),
  };
}

function rounded(seconds: number): number {
  return Math.round(seconds * 1e9) / 1e9;
}
