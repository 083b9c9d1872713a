/**
 * A program as Python that can be read and run.
 */
import type { Block, Call, Expression, Program, Statement } from '../program.js';
import { indented, variablesSetIn } from './text.js';

const modules = ['asyncio', 'concurrent.futures', 'contextvars', 'math', 'time'];

/** Functions that every program may use. */
const given = {
  report: `def report(loop, context):
    print("report:", context["message"], repr(context.get("exception")))`,
  fail: `def fail(loop, context):
    raise ValueError("fail")`,
  block: `def block(label, seconds):
    time.sleep(seconds)
    print("blocked:", label)
    return label`,
  crash: `def crash(label, seconds):
    time.sleep(seconds)
    print("blocked:", label)
    raise ValueError(label)`,
  employ: `class Job(asyncio.Task):
    pass

def employ(loop, coro, **options):
    return Job(coro, loop=loop, **options)`,
};

/** Write a program in Python. */
export function asPython(program: Program): string {
  const { entry, options, mains, module, callbacks, coroutines } = program;
  const functions = [
    ...Object.entries(callbacks).map(([name, body]) => define(`def ${name}(*_):`, body)),
    ...Object.entries(coroutines).map(([name, body]) => define(`async def ${name}():`, body)),
  ];
  const parts = [
    ...(module.length > 0 ? [block(module).join('\n')] : []),
    ...givenTo(program),
    ...functions,
    runs[entry](mains, keywords(options).join(', ')),
  ];
  const imports = modules.filter((it) => parts.some((part) => part.includes(`${it}.`)));
  return [imports.map((it) => `import ${it}`).join('\n'), ...parts].join('\n\n');
}

const runs = {
  run: ([main]: readonly string[], options: string) =>
    `asyncio.run(${main}()${options && `, ${options}`})`,
  runner: (mains: readonly string[], options: string) =>
    [
      `with asyncio.Runner(${options}) as runner:`,
      ...mains.map((it) => `    runner.run(${it}())`),
    ].join('\n'),
  loop: (mains: readonly string[]) =>
    [
      'loop = asyncio.new_event_loop()',
      ...mains.map((it) => `loop.run_until_complete(${it}())`),
      'loop.close()',
    ].join('\n'),
  forever: (mains: readonly string[]) =>
    [
      'loop = asyncio.new_event_loop()',
      ...mains.flatMap((it) => [
        `loop.create_task(${it}()).add_done_callback(lambda _: loop.stop())`,
        'loop.run_forever()',
      ]),
      'loop.close()',
    ].join('\n'),
};

function givenTo(program: Program): string[] {
  return Object.entries(given).flatMap(([name, text]) => (usesName(program, name) ? [text] : []));
}

function usesName(program: Program, name: string): boolean {
  return JSON.stringify(program).includes(`"${name}"`);
}

function define(head: string, body: Block): string {
  const variables = variablesSetIn(body);
  const global = variables.length > 0 ? [`global ${variables.join(', ')}`] : [];
  return [head, ...indented([...global, ...block(body)], 4)].join('\n');
}

function block(body: Block): string[] {
  return body.length === 0 ? ['pass'] : body.flatMap(statement);
}

function nested(head: string, body: Block): string[] {
  return [head, ...indented(block(body), 4)];
}

function statement(it: Statement): string[] {
  switch (it.do) {
    case 'print':
      return [`print(${it.values.map(shown).join(', ')})`];
    case 'evaluate':
      return [expression(it.value)];
    case 'set':
      return [`${it.name} = ${expression(it.value)}`];
    case 'set attribute':
      return [`${expression(it.of)}.${it.name} = ${expression(it.value)}`];
    case 'return':
      return [`return ${expression(it.value)}`];
    case 'raise':
      return [it.error === undefined ? 'raise' : `raise ${expression(it.error)}`];
    case 'if':
      return [
        ...nested(`if ${expression(it.test)}:`, it.body),
        ...(it.else ? nested('else:', it.else) : []),
      ];
    case 'repeat':
      return nested(`for _ in range(${it.times}):`, it.body);
    case 'for':
    case 'async for':
      return nested(`${it.do} ${it.name} in ${expression(it.in)}:`, it.body);
    case 'async with':
      return nested(`async with ${expression(it.manager)}${bound(it.as)}:`, it.body);
    case 'try':
      return [
        ...nested('try:', it.body),
        ...(it.except ?? []).flatMap((clause) =>
          nested(`except ${clause.error}${bound(clause.as)}:`, clause.body),
        ),
        ...(it.finally || !it.except?.length ? nested('finally:', it.finally ?? []) : []),
      ];
  }
}

function bound(name: string | undefined): string {
  return name === undefined ? '' : ` as ${name}`;
}

/** Of an error, print() would show the message only. */
function shown(value: Expression): string {
  const text = expression(value);
  return text === 'e' ? 'repr(e)' : text;
}

function expression(value: Expression): string {
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value !== 'object') return JSON.stringify(value);
  if ('call' in value) return callOf(value);
  if ('await' in value) return `await ${expression(value.await)}`;
  if ('name' in value) return value.name;
  if ('list' in value) return `[${value.list.map(expression).join(', ')}]`;
  if ('dict' in value) {
    const items = Object.entries(value.dict).map(([key, it]) => `"${key}": ${expression(it)}`);
    return `{${items.join(', ')}}`;
  }
  if ('add' in value) return value.add.map(expression).join(' + ');
  return `${expression(value.of)}.${value.get}`;
}

function keywords(options: Readonly<Record<string, Expression>> = {}): string[] {
  return Object.entries(options).map(([name, it]) => `${name}=${expression(it)}`);
}

function callOf({ call, on, args = [], options }: Call): string {
  const owner = on === undefined ? '' : `${expression(on)}.`;
  return `${owner}${call}(${[...args.map(expression), ...keywords(options)].join(', ')})`;
}
