/**
 * The program of the processes that `check` runs scenarios in. It ends with its parent, and whatever
 * the scenarios do to it is noticed there.
 */

import { fileURLToPath } from 'node:url';
import { importUserModule } from '../hosts/usermodules.js';
import type { FromMember, ToMember } from '../lab/check/messages.js';
import { Servant } from '../lab/check/serve.js';
import { settled } from './import-guarded.js';
import { tellExits } from './tell-exits.js';

const { channel } = process;
const send = process.send?.bind(process);

// Scenarios are not to know that they have a parent, and not to speak to it.
process.send = undefined;

/** The channel keeps the process; without it a module that waits for what never comes is noticed. */
async function load(url: string): Promise<Readonly<Record<string, unknown>>> {
  channel?.unref();
  try {
    return await settled(importUserModule(url), fileURLToPath(url));
  } finally {
    channel?.ref();
  }
}

const tell = (message: FromMember) => send?.(message);
const servant = new Servant(load, tell);

process.on('uncaughtException', (error) => servant.uncaught(error));
process.on('unhandledRejection', (error) => servant.uncaught(error));
// Ctrl-C reaches every process of the terminal; the parent says what becomes of it.
process.on('SIGINT', () => {});
process.on('disconnect', process.exit.bind(process, undefined));
process.on('message', (message) => servant.take(message as ToMember));

tellExits((where) => tell({ type: 'exits', ...where }));
