/**
 * The program of the threads that `check` runs our own scenarios in. Nothing of it outlives the
 * thread, and whatever the scenarios do to it is noticed outside.
 */

import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import { importUserModule } from '../hosts/usermodules.js';
import { builtInModule, builtInNames, builtInsNamed } from '../lab/builtins.js';
import type { FromMember, ToMember } from '../lab/check/messages.js';
import type { ThreadData } from '../lab/check/own-thread.js';
import { Servant } from '../lab/check/serve.js';
import { tellExits } from './tell-exits.js';

const tell = (message: FromMember) => parentPort?.postMessage(message);
const servant = new Servant(importUserModule, tell);

process.on('uncaughtException', (error) => servant.uncaught(error));
process.on('unhandledRejection', (error) => servant.uncaught(error));
tellExits((where) => tell({ type: 'exits', ...where }));

// All at once they are there sooner than one by one; what fails here fails again when its turn comes.
const { args }: ThreadData = workerData;
const asked = args.flatMap(builtInsNamed);
const names = asked.length > 0 ? asked : builtInNames();
await Promise.allSettled(
  names.map((name) => importUserModule(pathToFileURL(builtInModule(name)).href)),
);

parentPort?.on('message', (message: ToMember) => servant.take(message));
