/**
 * What is different when we run as a step of GitHub Actions, whose runner reads all that we write.
 */

import { withoutCommands } from '../report/workflow-commands.js';

/** Return whether we do. */
export function isInActions(): boolean {
  return process.env.GITHUB_ACTIONS === 'true';
}

/** Return a text, of whole lines, in which the runner finds no command. */
export function harmless(text: string): string {
  return isInActions() ? withoutCommands(text) : text;
}
