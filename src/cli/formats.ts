/**
 * The formats of reports by their names. Only those that are asked for are loaded.
 */

import { relative, resolve } from 'node:path';
import type { Facts, Format } from '../report/format.js';
import { plain } from '../report/paint.js';
import type { Style } from '../report/style.js';
import type { Context } from './context.js';
import { messagesIn } from './messages.js';
import { portable } from './portable-paths.js';

/** The names, as `--reporter` takes them. */
export const formatNames = ['default', 'dot', 'json', 'junit', 'tap', 'github'] as const;

/** The name of a format. */
export type FormatName = (typeof formatNames)[number];

/** Return whether a format has standard output for itself: no person's eyes are on it. */
export function isForMachines(name: FormatName): boolean {
  return name === 'json' || name === 'junit' || name === 'tap';
}

/** Load a format; what goes to a file has no colours, and what machines read is English. */
export async function formatNamed(
  name: FormatName,
  facts: Facts,
  context: Context,
  isForFile: boolean,
): Promise<Format> {
  switch (name) {
    case 'default':
      return (await import('../report/check-default.js')).checkDefault(
        facts,
        await styleFor(context, isForFile),
      );
    case 'dot':
      return (await import('../report/dot.js')).dot(facts, await styleFor(context, isForFile));
    case 'json':
      return (await import('../report/json.js')).json(facts, context.language);
    case 'junit':
      return (await import('../report/junit.js')).junit(facts, await machineStyle());
    case 'tap':
      return (await import('../report/tap.js')).tap(facts, await machineStyle());
    case 'github':
      return (await import('../report/github.js')).github(facts, await machineStyle(), inWorkspace);
  }
}

/** The look of what machines and files are given: English, eighty columns, no colours. */
export async function machineStyle(): Promise<Style> {
  return { language: 'en', words: await messagesIn('en'), width: 80, paint: plain, longest: 500 };
}

async function styleFor(context: Context, isForFile: boolean): Promise<Style> {
  const style = await context.style();
  return isForFile ? { ...style, width: 80, paint: plain } : style;
}

/** A path from where we are, as GitHub wants it: from the repository's root. */
function inWorkspace(path: string): string {
  const workspace = process.env.GITHUB_WORKSPACE ?? process.cwd();
  return portable(relative(workspace, resolve(path)));
}
