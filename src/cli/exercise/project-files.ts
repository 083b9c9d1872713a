/**
 * What a learner's folder has beside the exercises: what npm needs, and the editor.
 */

import { createRequire } from 'node:module';
import { dependencyOnUs, packageToInstall } from '../init/dependency.js';

/** What an editor needs: the compiler, and the types of what Node has, such as `console`. */
const forTheEditor = ['@types/node', 'typescript'];

/** The packages that exercises need, by their names. */
export const packagesNeeded: readonly string[] = ['asyncio-lab', ...forTheEditor];

/** Return what to tell npm to install in a folder that has none of them. */
export function packagesToInstall(folder: string): string[] {
  return [packageToInstall(folder), ...forTheEditor];
}

/** Those that this package is made with are those that it is known to work with. */
function ranges(): Record<string, string> {
  const { devDependencies } = createRequire(import.meta.url)('asyncio-lab/package.json');
  return Object.fromEntries(forTheEditor.map((name) => [name, devDependencies[name]]));
}

/** Return the text of `package.json` for a folder. */
export function learnersPackage(folder: string): string {
  return json({
    private: true,
    type: 'module',
    scripts: { start: 'asyncio-lab exercise', check: 'asyncio-lab exercise check --all' },
    devDependencies: { 'asyncio-lab': dependencyOnUs(folder), ...ranges() },
  });
}

/** Return the text of `tsconfig.json`, by which an editor knows what it is looking at. */
export function learnersTsconfig(): string {
  return json({
    compilerOptions: {
      target: 'es2023',
      lib: ['es2023'],
      module: 'nodenext',
      moduleResolution: 'nodenext',
      types: ['node'],
      strict: true,
      noEmit: true,
      skipLibCheck: true,
    },
    include: ['*/*.ts'],
  });
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
