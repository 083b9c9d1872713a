/**
 * Short ways to write the parts of a program.
 */
import type { Block, Call, Expression, Statement } from './program.js';

export function name(of: string): Expression {
  return { name: of };
}

export function list(items: readonly Expression[]): Expression {
  return { list: items };
}

/** A call of a function or a class. */
export function call(
  callee: string,
  args: readonly Expression[] = [],
  options: Readonly<Record<string, Expression>> = {},
): Call {
  return {
    call: callee,
    ...(args.length > 0 && { args }),
    ...(Object.keys(options).length > 0 && { options }),
  };
}

/** A call of a method. */
export function method(
  on: Expression,
  callee: string,
  args: readonly Expression[] = [],
  options: Readonly<Record<string, Expression>> = {},
): Call {
  return { on, ...call(callee, args, options) };
}

/** A call of a method of the running loop. */
export function loopCall(
  callee: string,
  args: readonly Expression[] = [],
  options: Readonly<Record<string, Expression>> = {},
): Call {
  return method(call('asyncio.get_running_loop'), callee, args, options);
}

export function awaited(awaitable: Expression): Expression {
  return { await: awaitable };
}

export function sleep(delay: number): Expression {
  return awaited(call('asyncio.sleep', [delay]));
}

export function print(...values: readonly Expression[]): Statement {
  return { do: 'print', values };
}

export function evaluate(value: Expression): Statement {
  return { do: 'evaluate', value };
}

export function set(variable: string, value: Expression): Statement {
  return { do: 'set', name: variable, value };
}

export function setAttribute(of: Expression, attribute: string, value: Expression): Statement {
  return { do: 'set attribute', of, name: attribute, value };
}

export function when(test: Expression, body: Block): Statement {
  return { do: 'if', test, body };
}
