/**
 * The table: for each public name of asyncio what it is here, and whether that is true.
 */

import * as api from '../../src/index.js';
import type { Absence } from './deviations.js';
import type { Kind, Names } from './names.js';

/** A name of asyncio's, and what became of it. */
export interface Row {
  /** As asyncio has it; a member without its class. */
  readonly name: string;
  readonly kind: Kind;
  /** The public bases, of which the members are not repeated. */
  readonly bases: readonly string[];
  readonly members: readonly Row[];
  /** Its name here; `undefined` when it is not here. */
  readonly here: string | undefined;
  readonly absence: Absence | undefined;
}

/** The names that the translation rule alone does not tell. */
export interface Deviations {
  readonly otherNames: Readonly<Record<string, string>>;
  readonly absences: readonly Absence[];
  readonly additions: Readonly<Record<string, string>>;
}

/** What a module exports. */
export type Exports = Readonly<Record<string, unknown>>;

/** Make the rows of each module. */
export function tableOf({ modules }: Names, deviations: Deviations): Record<string, Row[]> {
  const absences = new Map(
    deviations.absences.flatMap((absence) => absence.names.map((name) => [name, absence] as const)),
  );
  const rowOf = (name: string, kind: Kind, owner?: Row): Row => {
    const absence =
      owner?.absence ?? absences.get(owner === undefined ? name : `${owner.name}.${name}`);
    const here = absence ? undefined : (deviations.otherNames[name] ?? inCamelCase(name));
    return { name, kind, bases: [], members: [], here, absence };
  };
  const classRow = (
    row: Row,
    bases: readonly string[],
    members: Readonly<Record<string, Kind>>,
  ) => ({
    ...row,
    bases,
    members: Object.entries(members).map(([name, kind]) => rowOf(name, kind, row)),
  });
  return Object.fromEntries(
    Object.entries(modules).map(([module, names]) => [
      module,
      Object.entries(names).map(([name, { kind, bases = [], members = {} }]) =>
        classRow(rowOf(name, kind), bases, members),
      ),
    ]),
  );
}

/** Return what in a table is not true of the exports, one sentence each. */
export function faultsIn(
  table: Readonly<Record<string, readonly Row[]>>,
  deviations: Deviations,
  exports: Exports = api,
): string[] {
  const rows = Object.values(table).flat();
  const told = new Set([...rows.map(({ here }) => here), ...Object.keys(deviations.additions)]);
  const known = new Set(
    rows.flatMap(({ name, members }) => [
      name,
      ...members.map((member) => `${name}.${member.name}`),
    ]),
  );
  return [
    ...rows.flatMap((row) => faultsOf(row, exports)),
    ...Object.keys(exports)
      .filter((name) => !told.has(name))
      .map((name) => `the export ${name} is not in the table`),
    ...Object.keys(deviations.additions)
      .filter((name) => !(name in exports))
      .map((name) => `${name} is listed as an addition, but is no export`),
    ...deviations.absences
      .flatMap(({ names }) => names)
      .filter((name) => !known.has(name))
      .map((name) => `${name} is listed as absent, but asyncio has no such name`),
  ];
}

function faultsOf(row: Row, exports: Exports): string[] {
  const { name, here, members } = row;
  if (here === undefined) {
    return inCamelCase(name) in exports ? [`${name} is listed as absent, but is an export`] : [];
  }
  const thing = exports[here];
  if (thing === undefined) return [`${name} is said to be here as ${here}, which is no export`];
  return members.flatMap((member) => {
    const isHere = hasMember(thing, member.here ?? inCamelCase(member.name));
    if (isHere === (member.here !== undefined)) return [];
    return isHere
      ? [`${name}.${member.name} is listed as absent, but is a member of ${here}`]
      : [`${name}.${member.name} is said to be here, but ${here} has no ${member.here}`];
  });
}

/** Objects of the classes that have members which are no part of the prototype. */
const examples = new Map<unknown, () => object>([
  [api.Barrier, () => new api.Barrier(1)],
  [api.EventLoop, () => api.newEventLoop({ clock: 'virtual' })],
  [
    api.FrameCallGraphEntry,
    () => new api.FrameCallGraphEntry({ name: 'f', isAsync: true, file: '', line: 1 }),
  ],
  [
    api.FutureCallGraph,
    () =>
      new api.FutureCallGraph(
        new api.Future({ loop: api.newEventLoop({ clock: 'virtual' }) }),
        [],
        [],
      ),
  ],
  [api.IncompleteReadError, () => new api.IncompleteReadError(new Uint8Array(), 1)],
  [api.LimitOverrunError, () => new api.LimitOverrunError('', 1)],
  [api.Queue, () => new api.Queue()],
  [api.StreamWriter, () => Object.create(api.StreamWriter.prototype, { transport: {} })],
]);

function hasMember(thing: unknown, member: string): boolean {
  const prototype: object = (thing as { prototype?: object }).prototype ?? {};
  if (member === '[Symbol.iterator]') return Symbol.iterator in prototype;
  return member in prototype || member in (examples.get(thing)?.() ?? {});
}

/** Spell a name as the translation rule says: `create_task` is `createTask` here. */
function inCamelCase(name: string): string {
  return name.replace(/(?<=[a-z])_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
