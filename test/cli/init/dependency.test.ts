import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { dependencyOnUs } from '../../../src/cli/init/dependency.js';
import { versionOfPackage } from '../../../src/cli/version.js';
import { folderWith } from '../command.js';

/** A project that has the package, with what npm notes of it. */
function installed(resolved?: string): string {
  const packages = { 'node_modules/asyncio-lab': { version: '9.9.9', resolved } };
  return folderWith({
    'node_modules/asyncio-lab/package.json': '{}',
    'pack/asyncio-lab-9.9.9.tgz': '',
    ...(resolved && { 'node_modules/.package-lock.json': JSON.stringify({ packages }) }),
  });
}

const dependencyIn = (project: string) =>
  dependencyOnUs(join(project, 'course'), join(project, 'node_modules/asyncio-lab'));

describe('a project depends', () => {
  test('on the release that was installed from a registry', () => {
    const release = `^${versionOfPackage()}`;
    expect(dependencyIn(installed('https://registry.example/asyncio-lab.tgz'))).toBe(release);
    expect(dependencyIn(installed())).toBe(release);
  });

  test('on the tarball that was installed, as long as it is there', () => {
    const there = installed('file:pack/asyncio-lab-9.9.9.tgz');
    expect(dependencyIn(there)).toBe('file:../pack/asyncio-lab-9.9.9.tgz');
    expect(dependencyIn(installed('file:gone.tgz'))).toBe(`^${versionOfPackage()}`);
  });

  test('on the clone that the package is', () => {
    const around = folderWith({ 'clone/package.json': '{}' });
    expect(dependencyOnUs(join(around, 'course'), join(around, 'clone'))).toBe('file:../clone');
    expect(dependencyOnUs(join(around, 'clone/course'), join(around, 'clone'))).toBe('file:..');
  });
});
