/**
 * `docs/parity.md` says of each public name of asyncio what it is here. What it says must be true, it
 * must say it of every export, and it must be up to date.
 */

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import * as deviations from '../scripts/parity-table/deviations.js';
import { parityDocument, path } from '../scripts/parity-table/document.js';
import { readNames } from '../scripts/parity-table/names.js';
import { type Deviations, type Exports, faultsIn, tableOf } from '../scripts/parity-table/table.js';
import * as api from '../src/index.js';

const names = readNames();

function faults(changed: Partial<Deviations> = {}, exports: Exports = api): string[] {
  const all = { ...deviations, ...changed };
  return faultsIn(tableOf(names, all), all, exports);
}

test('the table and the exports agree', () => {
  expect(faults()).toEqual([]);
});

test('what is remarked on is in the table', () => {
  const known = Object.values(tableOf(names, deviations))
    .flat()
    .flatMap(({ name, members }) => [name, ...members.map((member) => `${name}.${member.name}`)]);
  expect(Object.keys(deviations.remarks).filter((name) => !known.includes(name))).toEqual([]);
});

test('docs/parity.md is up to date: npm run docs', () => {
  expect(readFileSync(path, 'utf8')).toBe(parityDocument(names));
});

describe('a table that is not true is found', () => {
  test('where a name is no export', () => {
    const { gather, ...others } = api;
    expect(gather).toBeDefined();
    expect(faults({}, others)).toEqual(['gather is said to be here as gather, which is no export']);
  });

  test('where a class lacks a member', () => {
    class Event {
      set() {}
    }
    expect(faults({}, { ...api, Event })).toEqual([
      'Event.clear is said to be here, but Event has no clear',
      'Event.is_set is said to be here, but Event has no isSet',
      'Event.wait is said to be here, but Event has no wait',
    ]);
  });

  test('where an export is not in it', () => {
    expect(faults({}, { ...api, openTelegram() {} })).toEqual([
      'the export openTelegram is not in the table',
    ]);
  });

  test('where what is listed as absent is here', () => {
    const absence = { what: '', because: '', instead: '' };
    const absences = [...deviations.absences, { ...absence, names: ['sleep', 'Lock.locked'] }];
    expect(faults({ absences })).toEqual([
      'Lock.locked is listed as absent, but is a member of Lock',
      'sleep is listed as absent, but is an export',
      'the export sleep is not in the table',
    ]);
  });

  test('where what is listed does not exist', () => {
    const absence = { what: '', because: '', instead: '' };
    const absences = [...deviations.absences, { ...absence, names: ['open_telegram'] }];
    const additions = { ...deviations.additions, morse: '' };
    expect(faults({ absences, additions })).toEqual([
      'morse is listed as an addition, but is no export',
      'open_telegram is listed as absent, but asyncio has no such name',
    ]);
  });
});
