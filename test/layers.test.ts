/**
 * Which room of the house may import which: the table of the design, held against every import.
 *
 * A room is a folder of `src`. What it may import is other rooms, packages, and Node's own modules,
 * `node:`. Of what stands with `type` it may import types only, which leave nothing at run time.
 */

import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const table: Readonly<Record<string, readonly string[]>> = {
  'index.ts': [
    'core',
    'asyncio',
    'hosts',
    'trace',
    'lab/define.ts',
    'lab/exercise/exercise.ts',
    'type lab/scenario.ts',
    'type lab/exercise/findings.ts',
  ],
  core: [],
  asyncio: ['core'],
  hosts: ['core', 'node:', 'tsx'],
  trace: ['type core'],
  lab: ['index.ts', 'trace', 'node:', 'pyodide'],
  report: ['type bench', 'type lab', 'type trace', 'chalk', 'cli-table3', 'string-width'],
  testing: ['index.ts', 'lab', 'report', 'cli/messages-en.ts', 'node:'],
  bench: ['index.ts', 'node:'],
  cli: [
    'index.ts',
    'bench',
    'asyncio',
    'hosts',
    'trace',
    'lab',
    'report',
    'node:',
    'commander',
    'chokidar',
  ],
  scenarios: ['asyncio-lab'],
  exercises: ['asyncio-lab'],
};

/** Rooms whose files know of nothing but the public API, not even of each other. */
const aloneWithTheAPI = ['scenarios', 'exercises'];

/** A worker is a program of its own, and like any other it begins with the runtime's entry. */
const besides: Readonly<Record<string, readonly string[]>> = { 'hosts/worker.ts': ['index.ts'] };

/** What only the command line may touch, and the hosts that are Node's. */
const processOwners = ['cli', 'hosts'];

interface Import {
  readonly from: string;
  readonly isType: boolean;
}

const statement = /^(?:import|export)\s(type\s)?(?:[^'"();]*?\sfrom\s)?\s*'([^']+)'/gm;
const dynamic = /\bimport\(\s*'([^']+)'\s*\)/g;

function importsOf(source: string): Import[] {
  const code = source.replaceAll(/^\s*\/\*.*?\*\/|^\s*\/\/.*?$/gms, '');
  return [
    ...Array.from(code.matchAll(statement), ([, type, from = '']) => ({
      from,
      isType: type !== undefined,
    })),
    ...Array.from(code.matchAll(dynamic), ([, from = '']) => ({ from, isType: false })),
  ];
}

/** The part of the table's left side that a file belongs to. */
function roomOf(file: string): string {
  return file.split('/')[0] ?? '';
}

/** What an import leads to, as the table names it: a file of ours, a package, or `node:`. */
function targetOf(file: string, from: string): string {
  if (from.startsWith('.')) return posix.join(posix.dirname(file), from.replace(/\.js$/, '.ts'));
  return from.startsWith('node:') ? 'node:' : (from.split('/')[0] ?? '');
}

function isAllowed(file: string, { from, isType }: Import): boolean {
  const target = targetOf(file, from);
  const room = roomOf(file);
  if (!aloneWithTheAPI.includes(room) && roomOf(target) === room) return true;
  return [...(table[room] ?? []), ...(besides[file] ?? [])].some((entry) => {
    const [, onlyTypes, allowed = ''] = /^(type )?(.*)$/.exec(entry) ?? [];
    const isCovered = target === allowed || target.startsWith(`${allowed}/`);
    return isCovered && (onlyTypes === undefined || isType);
  });
}

function violationsIn(file: string, source: string): string[] {
  return importsOf(source)
    .filter((it) => !isAllowed(file, it))
    .map(({ from }) => `${file} imports ${from}`);
}

function filesIn(folder: string): { file: string; source: string }[] {
  const root = fileURLToPath(new URL(`../${folder}/`, import.meta.url));
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => ({
      file: file.replaceAll('\\', '/'),
      source: readFileSync(join(root, file), 'utf8'),
    }));
}

const sources = filesIn('src');

describe('the rooms of src', () => {
  test('are all in the table', () => {
    const rooms = new Set(sources.map(({ file }) => roomOf(file)));
    expect([...rooms].filter((room) => !(room in table))).toEqual([]);
  });

  test.each(Object.keys(table))('%s imports only what it may', (room) => {
    const files = sources.filter(({ file }) => roomOf(file) === room);
    expect(files.flatMap(({ file, source }) => violationsIn(file, source))).toEqual([]);
  });

  test('leave the process to the command line and the hosts', () => {
    const files = sources.filter(({ file }) => !processOwners.includes(roomOf(file)));
    const using = files.filter(({ source }) =>
      /\bprocess\.(?:exit|exitCode|argv|stdin|stdout|stderr|on)\b/.test(source),
    );
    expect(using.map(({ file }) => file)).toEqual([]);
  });
});

test.each(['scenarios', 'exercises'])('%s import the public API and nothing else', (folder) => {
  const files = filesIn(folder).map(({ file, source }) => ({
    file: `${folder}/${file}`,
    source,
  }));
  expect(files.flatMap(({ file, source }) => violationsIn(file, source))).toEqual([]);
});

describe('an import against the table is found', () => {
  test.each([
    ['core/events.ts', `import { setTimeout } from 'node:timers';`],
    ['core/events.ts', `import 'node:process';`],
    ['core/events.ts', `export { sleep } from '../asyncio/sleep.js';`],
    ['asyncio/sleep.ts', `import { VirtualHost } from '../hosts/virtual.js';`],
    ['asyncio/sleep.ts', `import type {\n  VirtualHost,\n} from '../hosts/virtual.js';`],
    ['hosts/node.ts', `const lab = await import('../lab/find.js');`],
    ['trace/recorder.ts', `import { Task } from '../core/tasks.js';`],
    ['lab/execute.ts', `import { EventLoop } from '../core/events.js';`],
    ['report/table.ts', `import { judgeScenario } from '../lab/judge.js';`],
    ['report/table.ts', `import { readFileSync } from 'node:fs';`],
    ['testing/index.ts', `import { programFor } from '../cli/program.js';`],
    ['cli/run.ts', `import { EventLoop } from '../core/events.js';`],
    ['scenarios/gather/gather.ts', `import { help } from './help.js';`],
  ])('in %s: %s', (file, source) => {
    expect(violationsIn(file, source)).toHaveLength(1);
  });

  test('and those of comments and of types are not', () => {
    const source = `/**\n * import { x } from 'node:fs';\n */\nimport type { Found } from '../lab/found.js';`;
    expect(violationsIn('report/table.ts', source)).toEqual([]);
  });
});
