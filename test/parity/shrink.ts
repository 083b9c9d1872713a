/**
 * Makes a program that fails as small as it can be: whatever can be left out, is.
 *
 * The program is tried with a part taken out, or with something simpler in its place; if it still
 * fails, that is the program to go on with. It ends when nothing more can be taken out, or when the
 * time for it is over: where each try is slow, a program that is only smaller is better than none.
 */
import type { Program } from './program.js';

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
type Fields = { readonly [key: string]: Json };

/** How long it goes on, in milliseconds. */
const PATIENCE = 60_000;

/** Make a failing program smaller; `fails` tells whether a program still does. */
export async function shrink(
  program: Program,
  fails: (program: Program) => Promise<boolean>,
): Promise<Program> {
  const deadline = performance.now() + PATIENCE;
  let smallest = program;
  for (let found: Program | undefined = program; found !== undefined; ) {
    smallest = found;
    found = await firstFailing(smallest, fails, deadline);
  }
  return smallest;
}

async function firstFailing(
  program: Program,
  fails: (program: Program) => Promise<boolean>,
  deadline: number,
): Promise<Program | undefined> {
  for (const smaller of smallerPrograms(program)) {
    if (performance.now() > deadline) return undefined;
    if (await fails(smaller)) return smaller;
  }
  return undefined;
}

function* smallerPrograms(program: Program): Generator<Program> {
  const { entry, mains, module, callbacks, coroutines } = program;
  if (mains.length > 1) yield { ...program, mains: mains.slice(0, 1) };
  if (entry !== 'run' && mains.length === 1) yield { ...program, entry: 'run' };
  for (const smaller of withoutUnused(program)) yield smaller;
  const parts = { coroutines, callbacks, module } as unknown as Fields;
  for (const smaller of smallerObjects(parts)) yield { ...program, ...(smaller as object) };
}

/** Leave out functions whose names occur nowhere else. */
function* withoutUnused(program: Program): Generator<Program> {
  const text = JSON.stringify(program);
  for (const kind of ['coroutines', 'callbacks'] as const) {
    for (const name of Object.keys(program[kind])) {
      if (text.split(`"${name}"`).length > 2) continue;
      const { [name]: _, ...others } = program[kind];
      yield { ...program, [kind]: others };
    }
  }
}

/** Give simpler values for one, the simplest first. */
function* smallerValues(value: Json): Generator<Json> {
  if (typeof value === 'number') {
    for (const simpler of [0, 1, 2]) {
      if (value > simpler || !Number.isInteger(value)) yield simpler;
    }
  } else if (Array.isArray(value)) {
    yield* smallerLists(value);
  } else if (typeof value === 'object' && value !== null) {
    yield* smallerObjects(value as Fields);
  }
}

function* smallerLists(items: readonly Json[]): Generator<Json> {
  if (items.some(isStatement)) {
    for (let size = items.length; size >= 1; size = Math.floor(size / 2)) {
      for (let start = 0; start + size <= items.length; start += size) {
        yield items.toSpliced(start, size);
      }
    }
  }
  for (const [index, item] of items.entries()) {
    for (const block of blocksIn(item)) yield items.toSpliced(index, 1, ...block);
    for (const smaller of smallerValues(item)) yield items.with(index, smaller);
  }
}

function* smallerObjects(object: Fields): Generator<Json> {
  // An awaitable in place of the one around it.
  for (const inner of listOf(object.args)) {
    if (typeof inner === 'object' && inner !== null && !('list' in inner)) yield inner;
  }
  for (const [key, value] of Object.entries(object)) {
    const { [key]: _, ...others } = object;
    if (['finally', 'else', 'options', 'as'].includes(key)) yield others;
    if (['list', 'except', 'values'].includes(key) || object.call === 'asyncio.gather') {
      const items = listOf(value);
      for (const index of items.keys()) yield { ...object, [key]: items.toSpliced(index, 1) };
    }
    for (const smaller of smallerValues(value)) yield { ...object, [key]: smaller };
  }
}

/** The blocks of a statement that has some, each of which could stand in its place. */
function blocksIn(item: Json): (readonly Json[])[] {
  if (!isStatement(item)) return [];
  const clauses = listOf(item.except) as readonly Fields[];
  const blocks = [item.body, item.else, item.finally, ...clauses.map(({ body }) => body)];
  return blocks.flatMap((block) => (block === undefined ? [] : [listOf(block)]));
}

function isStatement(value: Json | undefined): value is Fields {
  return typeof value === 'object' && value !== null && 'do' in value;
}

function listOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}
