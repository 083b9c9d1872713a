/**
 * `npm run build`: compiles the sources and the scenarios to `dist`, puts beside them what is not
 * compiled (recordings, the lab's own Python), writes the catalogue that `asyncio-lab list` reads,
 * and bundles the modules.
 */

import { execFileSync } from 'node:child_process';
import { copyFileSync, cpSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle } from './bundle.js';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
rmSync('dist', { recursive: true, force: true });
compile();

const { builtInNames } = await import('../dist/src/lab/builtins.js');
const { findScenarios } = await import('../dist/src/lab/find.js');
const { catalogueOf } = await import('../dist/src/lab/catalogue.js');
const names = builtInNames();
names.forEach(copyRecording);
cpSync('src/lab/cpython/virtual_clock', 'dist/src/lab/cpython/virtual_clock', {
  recursive: true,
  filter: (path) => !path.includes('__pycache__'),
});
const catalogue = catalogueOf(await findScenarios(names));
writeFileSync('dist/scenarios/index.json', `${JSON.stringify(catalogue)}\n`);
await bundle();

function compile() {
  const typescript = createRequire(import.meta.url).resolve('typescript/package.json');
  const tsc = join(dirname(typescript), 'bin/tsc');
  try {
    execFileSync(process.execPath, [tsc, '-p', 'tsconfig.json'], { stdio: 'inherit' });
  } catch {
    process.exit(1); // tsc has said why.
  }
}

/** @param {string} name */
function copyRecording(name) {
  const recording = `scenarios/${name}/${basename(name)}.cpython.json`;
  if (existsSync(recording)) copyFileSync(recording, join('dist', recording));
}
