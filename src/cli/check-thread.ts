/**
 * The program of the threads that `check` runs our own scenarios in. Nothing of it outlives the
 * thread, and whatever the scenarios do to it is noticed outside.
 */

import { parentPort } from 'node:worker_threads';
import { importUserModule } from '../hosts/usermodules.js';
import type { FromMember, ToMember } from '../lab/check/messages.js';
import { Servant } from '../lab/check/serve.js';
import { tellExits } from './tell-exits.js';

const tell = (message: FromMember) => parentPort?.postMessage(message);
const servant = new Servant(importUserModule, tell);

process.on('uncaughtException', (error) => servant.uncaught(error));
process.on('unhandledRejection', (error) => servant.uncaught(error));
parentPort?.on('message', (message: ToMember) => servant.take(message));

tellExits((where) => tell({ type: 'exits', ...where }));
