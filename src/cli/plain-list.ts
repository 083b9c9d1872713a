/**
 * `asyncio-lab list` as it is called most: nothing is asked for that has to be parsed, so what parses
 * is not loaded. It prints what the command prints.
 */

import { contextOf } from './context.js';
import { languageOf } from './language.js';
import { endWithStdout } from './leave.js';
import { messagesIn } from './messages.js';
import { printList } from './print-list.js';

/** Print the list if that is all that is asked for, and return whether it was. */
export async function plainList(args: readonly string[]): Promise<boolean> {
  if (!/^list( --json)?$/.test(args.join(' '))) return false;
  const language = languageOf(process.env);
  try {
    const messages = await messagesIn(language);
    await printList(
      contextOf(language, messages, () => true),
      args.includes('--json'),
    );
    endWithStdout(messages);
  } catch {
    return false; // The command fails as well, and says why.
  }
  return true;
}
