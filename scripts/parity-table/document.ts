/**
 * The document: the table in Markdown, what is here only, and the differences that are meant.
 */

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as deviations from './deviations.js';
import type { Kind, Names } from './names.js';
import { type Row, tableOf } from './table.js';

/** Where the document is kept. */
export const path = fileURLToPath(new URL('../../docs/parity.md', import.meta.url));

/** What the modules of asyncio are about, in the order in which they are shown. */
const titles: Readonly<Record<string, string>> = {
  runners: 'Running programs',
  coroutines: 'Coroutines',
  tasks: 'Tasks and waiting',
  futures: 'Futures',
  taskgroups: 'Task groups',
  timeouts: 'Time limits',
  locks: 'Synchronisation',
  queues: 'Queues',
  threads: 'Threads',
  exceptions: 'Exceptions',
  graph: 'Call graphs',
  events: 'Event loop',
  base_events: 'Event loop, the base',
  unix_events: 'Event loop, on Unix',
  windows_events: 'Event loop, on Windows',
  streams: 'Streams',
  subprocess: 'Subprocesses',
  transports: 'Transports',
  protocols: 'Protocols',
};

/** Write the document. */
export function parityDocument(names: Names): string {
  const table = tableOf(names, deviations);
  const modules = Object.keys(titles).concat(
    Object.keys(table).filter((name) => !(name in titles)),
  );
  const sections = modules.flatMap((module) => section(module, table[module] ?? []));
  const [differences, proof] = ['differences', 'proof'].map((name) =>
    readFileSync(new URL(`${name}.md`, import.meta.url), 'utf8'),
  );
  return [
    '# Parity with asyncio',
    '',
    `Every public name of asyncio in CPython ${names.python}, with the public members of its classes, and`,
    'what it is here. After the tables: [what to use](#not-here-and-what-to-use) in place of what is not',
    'here, what is [only here](#only-here), the',
    '[differences that are meant](#differences-that-are-meant), and',
    '[how it is held against CPython](#how-it-is-held-against-cpython).',
    '',
    'This file is written by `npm run docs`, and a test holds it against the exports. The names are',
    "recorded from CPython as WebAssembly, and other platforms' added by hand; the names here follow from",
    'the [translation rule](../README.md#the-library); what the rule does not tell stands in',
    '`scripts/parity-table/deviations.ts`.',
    '',
    ...summary(modules, table),
    '',
    ...sections,
    ...notHere(),
    '## Only here',
    '',
    'Exports without a counterpart in asyncio, and the parts of Python that its users need.',
    '',
    '| here | what it is |',
    '|---|---|',
    ...Object.entries(deviations.additions)
      .sort(([a], [b]) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1))
      .map(([name, what]) => `| \`${name}\` | ${what} |`),
    '',
    differences,
    proof,
  ].join('\n');
}

function summary(modules: readonly string[], table: Readonly<Record<string, readonly Row[]>>) {
  const lines = modules.map((module) => {
    const rows = (table[module] ?? []).flatMap((row) => [row, ...row.members]);
    const here = rows.filter(({ here }) => here !== undefined).length;
    return { title: titleOf(module), counts: [here, rows.length - here] };
  });
  const totals = [0, 1].map((i) => lines.reduce((sum, { counts }) => sum + (counts[i] ?? 0), 0));
  return [
    '| names and members | here | not here |',
    '|---|--:|--:|',
    ...lines.map(({ title, counts }) => `| ${title} | ${counts.map((n) => n || '').join(' | ')} |`),
    `| **all** | ${totals.map((n) => `**${n}**`).join(' | ')} |`,
  ];
}

function section(module: string, rows: readonly Row[]): string[] {
  return [
    `## ${titleOf(module)}`,
    '',
    `| \`asyncio.${module}\` | here | |`,
    '|---|---|---|',
    ...rows.flatMap((row) => [
      line(row, row.name, remarkOn(row)),
      ...row.members.map((member) => {
        const name = `${row.name}.${member.name}`;
        return line(member, name, deviations.remarks[name] ?? '');
      }),
    ]),
    '',
  ];
}

function titleOf(module: string): string {
  return titles[module] ?? module;
}

function remarkOn(row: Row): string {
  const remark = deviations.remarks[row.name];
  const [base] = row.bases;
  return [remark, base && row.here !== undefined && `and all of \`${base}\``]
    .filter(Boolean)
    .join('; ');
}

function line({ here, kind, absence }: Row, name: string, remark: string): string {
  const cells =
    here === undefined
      ? ['–', `not here: ${absence?.what}`]
      : [spelled(here, kind, 'yield*'), remark];
  return `| ${[spelled(name, kind), ...cells].join(' | ')} |`;
}

function spelled(name: string, kind: Kind, wait = 'await'): string {
  const code = kind === 'function' || kind === 'coroutine' ? `${name}()` : name;
  return kind === 'coroutine' ? `\`${wait} ${code}\`` : `\`${code}\``;
}

function notHere(): string[] {
  return [
    '## Not here, and what to use',
    '',
    '| what | why | what to use |',
    '|---|---|---|',
    ...deviations.absences.map(
      ({ what, because, instead }) => `| ${what} | ${because} | ${instead} |`,
    ),
    '',
  ];
}
