/**
 * How a project that is written here depends on this package: on its release, or, where the package
 * was not installed from a registry, on the clone or the tarball that it comes from. So `npm install`
 * in the new folder finds what has just written it.
 */

import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative, resolve } from 'node:path';

import { versionOfPackage } from '../version.js';

/** Return what stands for this package among the dependencies of a folder's `package.json`. */
export function dependencyOnUs(folder: string, root: string = rootOfPackage()): string {
  const source = basename(dirname(root)) === 'node_modules' ? tarballOf(root) : root;
  if (source === undefined) return `^${versionOfPackage()}`;
  return `file:${relative(resolve(folder), source).replaceAll('\\', '/')}`;
}

/** Return what to tell npm to install in a folder, so that it has this package. */
export function packageToInstall(folder: string): string {
  const dependency = dependencyOnUs(folder);
  return dependency.startsWith('file:') ? dependency : 'asyncio-lab';
}

function rootOfPackage(): string {
  return dirname(createRequire(import.meta.url).resolve('asyncio-lab/package.json'));
}

/** Where npm has the package from, as its own notes in `node_modules` say; `undefined` for a registry. */
function tarballOf(root: string): string | undefined {
  const notes = join(dirname(root), '.package-lock.json');
  if (!existsSync(notes)) return undefined;
  const { packages = {} } = JSON.parse(readFileSync(notes, 'utf8'));
  const resolved = packages[`node_modules/${basename(root)}`]?.resolved;
  if (typeof resolved !== 'string' || !resolved.startsWith('file:')) return undefined;
  const tarball = resolve(dirname(dirname(root)), resolved.slice('file:'.length));
  return existsSync(tarball) ? tarball : undefined;
}
