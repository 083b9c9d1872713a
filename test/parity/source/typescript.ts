/**
 * A program as TypeScript that can be read and run: translated by the library's rule.
 */
import * as library from '../../../src/index.js';
import type { Block, Call, Except, Expression, Program, Statement, Try } from '../program.js';
import { inCamelCase, isClassName, translated, withoutModule } from '../translation.js';
import { indented, statementsIn } from './text.js';

/** Functions that every program may use. */
const given = {
  report: `function report(_loop: EventLoop, context: ExceptionContext) {
  print('report:', context.message, String(context.exception));
}`,
  fail: `function fail() {
  throw new ValueError('fail');
}`,
  block: `export const block = threaded(import.meta.url, function block(label, seconds) {
  blockingSleep(seconds);
  print('blocked:', label);
  return label;
});`,
  crash: `export const crash = threaded(import.meta.url, function crash(label, seconds) {
  blockingSleep(seconds);
  print('blocked:', label);
  throw new ValueError(label);
});`,
  employ: `class Job extends Task {}

const employ: TaskFactory = (loop, coro, options) => new Job(coro, { ...options, loop });`,
};

/** Write a program in TypeScript. */
export function asTypeScript(program: Program): string {
  const { entry, options, mains, module, callbacks, coroutines } = program;
  const parts = [
    ...(module.length > 0 ? [module.flatMap(constant).join('\n')] : []),
    ...variables(program),
    ...givenTo(program),
    ...Object.entries(callbacks).map(([name, body]) => lines(nested(`function ${name}() {`, body))),
    ...Object.entries(coroutines).map(([name, body]) =>
      lines(nested(`const ${name} = coroutine(function* ${name}() {`, body, '});')),
    ),
    runs[entry](mains, options === undefined ? '' : object(options)),
  ];
  return [imports(parts.join('\n')), ...parts].join('\n\n');
}

const runs = {
  run: ([main]: readonly string[], options: string) =>
    `await run(${main}()${options && `, ${options}`});`,
  runner: (mains: readonly string[], options: string) =>
    lines([
      `const runner = new Runner(${options});`,
      ...mains.map((it) => `await runner.run(${it}());`),
      'await runner.close();',
    ]),
  loop: (mains: readonly string[]) =>
    lines([
      'const loop = newEventLoop();',
      ...mains.map((it) => `await loop.runUntilComplete(${it}());`),
      'loop.close();',
    ]),
  forever: (mains: readonly string[]) =>
    lines([
      'const loop = newEventLoop();',
      ...mains.flatMap((it) => [
        `loop.createTask(${it}()).addDoneCallback(() => loop.stop());`,
        'await loop.runForever();',
      ]),
      'loop.close();',
    ]),
};

function givenTo(program: Program): string[] {
  const text = JSON.stringify(program);
  return Object.entries(given).flatMap(([name, it]) => (text.includes(`"${name}"`) ? [it] : []));
}

function imports(source: string): string {
  const words = new Set(source.replaceAll(/'[^']*'/g, '').match(/(?<!\.)\b\w+\b/g));
  const values = Object.keys(library).filter((it) => words.has(it));
  const types = ['EventLoop', 'ExceptionContext', 'TaskFactory'].filter((it) => words.has(it));
  const names = [...new Set([...values, ...types.map((it) => `type ${it}`)])];
  return `import { ${names.filter((it) => it !== 'EventLoop').join(', ')} } from 'asyncio-lab';`;
}

/** The types of variables, by what makes their values. */
const types: Readonly<Record<string, string>> = {
  create_task: 'Task',
  create_future: 'Future',
  gather: 'Future',
  call_soon: 'Handle',
  call_later: 'TimerHandle',
  call_at: 'TimerHandle',
};

function variables({ callbacks, coroutines }: Program): string[] {
  const found = new Map<string, string>();
  for (const body of [...Object.values(callbacks), ...Object.values(coroutines)]) {
    for (const it of statementsIn(body)) {
      if (it.do !== 'set') continue;
      const made = typeof it.value === 'object' && it.value && 'call' in it.value && it.value.call;
      const plain = withoutModule(made || '');
      found.set(it.name, isClassName(plain) ? plain : (types[plain] ?? 'Awaitable<unknown>'));
    }
  }
  return found.size === 0 ? [] : [lines([...found].map(([name, type]) => `let ${name}: ${type};`))];
}

function constant(it: Statement): string[] {
  return it.do === 'set' ? [`const ${it.name} = ${expression(it.value)};`] : statement(it);
}

function lines(items: readonly string[]): string {
  return items.join('\n');
}

function block(body: Block): string[] {
  return body.flatMap(statement);
}

function nested(head: string, body: Block, end = '}'): string[] {
  return [head, ...indented(block(body), 2), end];
}

function statement(it: Statement): string[] {
  switch (it.do) {
    case 'print':
      return [`print(${it.values.map(shown).join(', ')});`];
    case 'evaluate':
      return [`${expression(it.value)};`];
    case 'set':
      return [`${it.name} = ${expression(it.value)};`];
    case 'set attribute':
      return [`${expression(it.of)}.${inCamelCase(it.name)} = ${expression(it.value)};`];
    case 'return':
      return [`return ${expression(it.value)};`];
    case 'raise':
      return [`throw ${it.error === undefined ? 'e' : expression(it.error)};`];
    case 'if': {
      const [then, otherwise] = [it.body, it.else].map((body) => indented(block(body ?? []), 2));
      const head = [`if (${expression(it.test)}) {`, ...(then ?? [])];
      return [...head, ...(otherwise?.length ? ['} else {', ...otherwise] : []), '}'];
    }
    case 'repeat':
      return nested(`for (let i = 0; i < ${it.times}; i += 1) {`, it.body);
    case 'for':
      return nested(`for (const ${it.name} of ${expression(it.in)}) {`, it.body);
    case 'async for':
      return nested(
        `yield* asyncFor(${expression(it.in)}, function* (${it.name}) {`,
        it.body,
        '});',
      );
    case 'async with':
      return nested(
        `yield* asyncWith(${expression(it.manager)}, function* (${it.as ?? ''}) {`,
        it.body,
        '});',
      );
    case 'try':
      return tried(it);
  }
}

function tried({ body, except = [], finally: cleanup = [] }: Try): string[] {
  return [
    'try {',
    ...indented(block(body), 2),
    ...(except.length > 0 ? ['} catch (e) {', ...indented(handlers(except), 2)] : []),
    ...(cleanup.length > 0 || except.length === 0
      ? ['} finally {', ...indented(block(cleanup), 2)]
      : []),
    '}',
  ];
}

/** What is in a `catch` that stands for `except` clauses. */
function handlers(except: readonly Except[]): string[] {
  const [first, ...others] = except as [Except, ...Except[]];
  const isLast = others.length === 0;
  if (first.error === 'BaseException') return block(first.body);
  if (first.error === 'Exception' && isLast)
    return ['rethrowIfCancelled(e);', ...block(first.body)];
  const type = withoutModule(first.error);
  if (isLast) return [`if (!(e instanceof ${type})) throw e;`, ...block(first.body)];
  return [
    `if (e instanceof ${type}) {`,
    ...indented(block(first.body), 2),
    '} else {',
    ...indented(handlers(others), 2),
    '}',
  ];
}

/** Of an error, print() would show the message only. */
function shown(value: Expression): string {
  const text = expression(value);
  return text === 'e' ? 'String(e)' : text;
}

function expression(value: Expression): string {
  if (value === null) return 'undefined';
  if (typeof value === 'string') return `'${value}'`;
  if (typeof value !== 'object') return String(value);
  if ('call' in value) return callOf(value);
  if ('await' in value) return `yield* ${expression(value.await)}`;
  if ('name' in value) return translated(value.name);
  if ('list' in value) return `[${value.list.map(expression).join(', ')}]`;
  if ('dict' in value) return object(value.dict);
  if ('add' in value) return value.add.map(expression).join(' + ');
  return `${expression(value.of)}.${inCamelCase(value.get)}`;
}

function callOf({ call, on, args = [], options }: Call): string {
  const values = args.map(expression);
  if (options !== undefined) values.push(object(options));
  const plain = withoutModule(call);
  const owner = on === undefined ? '' : `${expression(on)}.`;
  const operator = isClassName(plain) ? 'new ' : '';
  return `${operator}${owner}${translated(call)}(${values.join(', ')})`;
}

function object(entries: Readonly<Record<string, Expression>>): string {
  const fields = Object.entries(entries).map(
    ([key, it]) => `${inCamelCase(key)}: ${expression(it)}`,
  );
  return `{ ${fields.join(', ')} }`;
}
