/**
 * `npm run record [-- names… --python PATH]`: `asyncio-lab record` for this repository, from its sources.
 *
 * Without names it records every scenario, with `--exercises` every exercise. Without a path it asks
 * Pyodide's CPython, so that one version makes all recordings. They are what scenarios are held to: look at what changed in them.
 */

import { parseArgs } from 'node:util';
import { main } from '../src/cli/program.js';

const given = process.argv.slice(2);
const args = given.map((argument) => (argument === '--exercises' ? 'exercises' : argument));
const options = { python: { type: 'string' } } as const;
const { positionals } = parseArgs({ args, options, allowPositionals: true, strict: false });
const all = positionals.length > 0 ? [] : ['--all'];
await main(['record', '--python', 'pyodide', ...all, ...args]);
