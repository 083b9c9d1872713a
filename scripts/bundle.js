/**
 * Bundles the modules in `dist`: Node needs about half a millisecond for each that it loads, and there
 * are more than a hundred.
 *
 * What is started or imported by its path stays a file of its own; what several of them need is in
 * chunks that they share, so that there is one copy of the runtime whoever imports it. Chunks lie one
 * folder below `dist/src`, as the modules of every room do, so that paths relative to a module are the
 * same before and after.
 */

import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { build } from 'esbuild';
import { mergeChunks } from './bundle/merge-chunks.js';
import { plainBuiltins } from './bundle/plain-builtins.js';

/** Packages that commands start with, in files of their own: in the bundle they load faster. */
const bundled = ['commander', 'string-width'];

/** What is loaded from where it is installed. */
const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
const installed = [
  ...Object.keys(dependencies).filter((name) => !bundled.includes(name)),
  ...['pyodide', 'asyncio-lab/package.json'],
];

/** What is a file of its own. */
const entries = () => [...compiled(), ...exercises()];

const compiled = () =>
  [
    'dist/src/index.js',
    'dist/src/testing/index.js',
    'dist/src/hosts/worker.js',
    'dist/src/cli/program.js',
    'dist/src/cli/plain-list.js',
    'dist/src/cli/head-start.js',
    'dist/src/cli/check-worker.js',
    'dist/src/cli/check-thread.js',
    'dist/src/cli/exercise-worker.js',
    'dist/src/lab/exercise/watched-library.js',
    'dist/src/cli/bench-child.js',
    ...modulesIn('dist/src/bench/programs'),
  ].map((path) => ({ in: path, out: path.replace(/^dist[/\\]|\.js$/g, '') }));

/** Of exercises only what says what they are is code of ours; the rest is text for learners. */
const exercises = () =>
  readdirSync('exercises', { recursive: true, encoding: 'utf8' })
    .filter((path) => /^(?:set|.*[/\\]exercise)\.ts$/.test(path))
    .map((path) => ({ in: join('exercises', path), out: join('exercises', path.slice(0, -3)) }));

/**
 * What Node loads on its thread for hooks, and hooks that are there already look through: a chunk would
 * bring the whole runtime there. It imports nothing, and stays as it was compiled.
 */
const hooks = join('dist', 'src', 'hosts', 'usermodulehooks.js');

/** What is to start fast; modules that are loaded one after the other count as one program. */
const programs = [
  ['dist/src/index.js'],
  ['dist/src/cli/program.js', 'dist/src/cli/messages-en.js', 'dist/src/cli/messages-zh-tw.js'],
  ['dist/src/cli/plain-list.js', 'dist/src/cli/messages-en.js'],
  ['dist/src/cli/head-start.js', 'dist/src/lab/check/own-thread.js'],
  ['dist/src/cli/check-thread.js'],
  ['dist/src/cli/check-scenarios.js', 'dist/src/report/check-default.js'],
];

/** Bundle everything, in place. */
export async function bundle() {
  const unbundled = modulesIn('dist/src');
  const { metafile } = await build({
    entryPoints: entries(),
    outdir: 'dist',
    chunkNames: 'src/chunks/[name]-[hash]',
    allowOverwrite: true,
    bundle: true,
    splitting: true,
    keepNames: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    external: installed,
    plugins: [plainBuiltins],
    alias: { 'asyncio-lab': './dist/src/index.js' },
    sourcemap: true,
    metafile: true,
    logLevel: 'warning',
  });
  for (const path of unbundled) {
    if (path in metafile.outputs || path === hooks) continue;
    rmSync(path);
    rmSync(`${path}.map`);
  }
  await mergeChunks(metafile.outputs, programs);
  modulesIn('dist/scenarios').forEach(useThisPackage);
  copyLicences(Object.keys(metafile.inputs));
}

/**
 * A scenario stays as it was compiled: it has only one module to import, which is here.
 *
 * @param {string} path
 */
function useThisPackage(path) {
  const index = relative(dirname(path), 'dist/src/index.js').replaceAll('\\', '/');
  const source = readFileSync(path, 'utf8');
  writeFileSync(path, source.replaceAll(/(?<=\bfrom )'asyncio-lab'/g, `'${index}'`));
}

/**
 * What is in the bundle comes with the licence that it asks to come with.
 *
 * @param {readonly string[]} inputs
 */
function copyLicences(inputs) {
  const folders = inputs.flatMap((path) => /^node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path) ?? []);
  for (const folder of new Set(folders)) {
    const file = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
    if (file === undefined) throw new Error(`${folder} has no licence`);
    cpSync(join(folder, file), `dist/licences/${basename(folder)}.txt`);
  }
}

/** @param {string} folder */
function modulesIn(folder) {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return paths.filter((path) => path.endsWith('.js')).map((path) => join(folder, path));
}
