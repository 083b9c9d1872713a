/**
 * A project's `package.json`: what `init` wants to know of it, and the script that it gets.
 */

import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { systemCause } from '../../lab/system-cause.js';
import type { Messages } from '../messages.js';
import { UsageError } from '../usage-error.js';
import { dependencyOnUs } from './dependency.js';
import { withMember } from './json-text.js';

/** The name of the script. */
export const scriptName = 'check';

const script = 'asyncio-lab check scenarios';

/** What is known of a project. */
export interface Package {
  /** The text of the file. */
  readonly text: string;
  /** Whether its `.js` and `.ts` files are ES modules. */
  readonly isModule: boolean;
  readonly scripts: ReadonlyMap<string, string>;
  /** Whether it does not depend on this package yet. */
  readonly needsUs: boolean;
}

/**
 * Read what a project's file says.
 *
 * @throws TypeError or SyntaxError when it is not of the form that npm wants.
 */
export function readPackage(text: string): Package {
  const fields: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
  if (!isRecord(fields)) throw new TypeError('it must be an object');
  const { type, scripts = {}, dependencies, devDependencies } = fields;
  if (!isRecord(scripts)) throw new TypeError("'scripts' must be an object");
  const knows = (list: unknown) => isRecord(list) && 'asyncio-lab' in list;
  return {
    text,
    isModule: type === 'module',
    scripts: new Map(Object.entries(scripts).map(([name, command]) => [name, String(command)])),
    needsUs: !knows(dependencies) && !knows(devDependencies) && fields.name !== 'asyncio-lab',
  };
}

/**
 * Read the file of a folder; `undefined` when it has none.
 *
 * @throws UsageError when it cannot be used.
 */
export function packageIn(folder: string, { errors }: Messages): Package | undefined {
  const path = join(folder, 'package.json');
  if (!existsSync(path)) return undefined;
  try {
    return readPackage(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new UsageError(errors.badPackage(path, systemCause(error).split('\n')[0] ?? ''));
  }
}

/**
 * Read the file that decides for a folder: its own, or the nearest above it.
 *
 * @throws UsageError when it cannot be used.
 */
export function packageFor(folder: string, messages: Messages): Package | undefined {
  const above = dirname(resolve(folder));
  const own = packageIn(folder, messages);
  return own ?? (above === resolve(folder) ? undefined : packageFor(above, messages));
}

/** Return the text with the script added; all else stays as it was written. */
export function withScript({ text }: Package): string {
  return withMember(text, ['scripts', scriptName], script);
}

/** Return the text for a folder that has none. */
export function newPackage(folder: string): string {
  const fields = {
    private: true,
    type: 'module',
    scripts: { [scriptName]: script },
    devDependencies: { 'asyncio-lab': dependencyOnUs(folder) },
  };
  return `${JSON.stringify(fields, null, 2)}\n`;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
