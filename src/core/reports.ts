/**
 * Reports: what a loop has to say that nobody is there to catch.
 *
 * An exception in a callback, a task that nobody looked at again: the loop's exception handler is
 * told, in the context of what it concerns; the default one writes a warning.
 */
import type { Context } from './contextvars.js';
import type { EventLoop } from './events.js';
import { KeyboardInterrupt } from './exceptions.js';
import type { Future } from './futures.js';
import type { Handle } from './handles.js';
import { repr } from './repr.js';
import type { Task } from './tasks.js';

/** What an exception handler is told. */
export interface ExceptionContext {
  readonly message?: string;
  readonly exception?: unknown;
  readonly task?: Task<unknown>;
  readonly future?: Future<unknown>;
  readonly handle?: Handle;
  readonly [key: string]: unknown;
}

/** A function that takes a loop's reports, in place of the default one. */
export type ExceptionHandler = (loop: EventLoop, context: ExceptionContext) => void;

/** Put a report into words: the message, what it concerns, and the exception. */
export function describeReport({ message, exception, ...rest }: ExceptionContext): string {
  const lines = [message || 'Unhandled exception in event loop'];
  for (const key of Object.keys(rest).sort()) lines.push(`${key}: ${repr(rest[key])}`);
  if (exception instanceof Error) lines.push(exception.stack ?? String(exception));
  else if (exception !== undefined) lines.push(String(exception));
  return lines.join('\n');
}

/** Make a report to a handler; one that throws is itself reported, by the default one. */
export function report(
  loop: EventLoop,
  handler: ExceptionHandler | undefined,
  context: ExceptionContext,
): void {
  if (handler === undefined) {
    reportByDefault(loop, context, 'Exception in default exception handler');
    return;
  }
  const thing: unknown = context.task ?? context.future ?? context.handle;
  try {
    if (hasContext(thing)) thing.getContext().run(() => handler(loop, context));
    else handler(loop, context);
  } catch (error) {
    if (error instanceof KeyboardInterrupt) throw error;
    reportByDefault(
      loop,
      { message: 'Unhandled error in exception handler', exception: error, context },
      'Exception in default exception handler while handling an unexpected error in custom exception handler',
    );
  }
}

/** The default handler may be one of the program's, too: what it throws is written out, and that is all. */
function reportByDefault(loop: EventLoop, context: ExceptionContext, failure: string): void {
  try {
    loop.defaultExceptionHandler(context);
  } catch (exception) {
    if (exception instanceof KeyboardInterrupt) throw exception;
    loop.host.output.warn(describeReport({ message: failure, exception }), exception);
  }
}

function hasContext(thing: unknown): thing is { getContext(): Context } {
  return typeof thing === 'object' && thing !== null && 'getContext' in thing;
}
