/**
 * Bundles the modules in `dist`: Node needs about half a millisecond for each that it loads, and there
 * are more than a hundred.
 *
 * What is started or imported by its path stays a file of its own; what several of them need is in
 * chunks that they share, so that there is one copy of the runtime whoever imports it. Chunks lie one
 * folder below `dist/src`, as the modules of every room do, so that paths relative to a module are the
 * same before and after.
 */

import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

/** What is a file of its own. */
const entries = () => [
  'dist/src/index.js',
  'dist/src/testing/index.js',
  'dist/src/hosts/worker.js',
  'dist/src/hosts/usermodulehooks.js',
  'dist/src/cli/program.js',
  'dist/src/cli/head-start.js',
  'dist/src/cli/check-worker.js',
  'dist/src/cli/check-thread.js',
  'dist/src/cli/bench-child.js',
  ...modulesIn('dist/src/bench/programs'),
  ...modulesIn('dist/scenarios'),
];

/** Bundle everything, in place. */
export async function bundle() {
  const unbundled = modulesIn('dist');
  const { metafile } = await build({
    entryPoints: entries(),
    outdir: 'dist',
    outbase: 'dist',
    chunkNames: 'src/chunks/[name]-[hash]',
    allowOverwrite: true,
    bundle: true,
    splitting: true,
    keepNames: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    packages: 'external',
    alias: { 'asyncio-lab': './dist/src/index.js' },
    sourcemap: true,
    metafile: true,
    logLevel: 'warning',
  });
  for (const path of unbundled) {
    if (path in metafile.outputs) continue;
    rmSync(path);
    rmSync(`${path}.map`);
  }
}

/** @param {string} folder */
function modulesIn(folder) {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return paths.filter((path) => path.endsWith('.js')).map((path) => join(folder, path));
}
