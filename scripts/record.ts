/**
 * `npm run record [-- names… --python PATH]`: `asyncio-lab record` for this repository, from its sources.
 *
 * Without names it records every scenario, and without a path it asks Pyodide's CPython, so that one
 * version makes all recordings. They are what scenarios are held to: look at what changed in them.
 */

import { parseArgs } from 'node:util';
import { main } from '../src/cli/program.js';

const args = process.argv.slice(2);
const options = { python: { type: 'string' } } as const;
const { positionals } = parseArgs({ args, options, allowPositionals: true, strict: false });
const all = positionals.length > 0 ? [] : ['--all'];
await main(['record', '--python', 'pyodide', ...all, ...args]);
