/**
 * `npm run docs [-- --record]`: writes `docs/parity.md`, the table of asyncio's names with what is
 * here of each, and the differences that are meant.
 *
 * With `--record` it asks CPython for asyncio's names first.
 */

import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { parityDocument, path } from './parity-table/document.js';
import { readNames, recordNames } from './parity-table/names.js';

const { values } = parseArgs({ options: { record: { type: 'boolean' } } });
if (values.record) await recordNames();
writeFileSync(path, parityDocument(readNames()));
