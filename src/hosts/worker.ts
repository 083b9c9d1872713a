/**
 * A worker: the other end of `poolworker`.
 *
 * It blocks until it is told to make a call, loads the module that the call names, if it has not yet,
 * and calls the function. While the function runs, the worker's host answers what it asks of the
 * runtime.
 */
import { workerData } from 'node:worker_threads';
import '../index.js';
import { type Address, functionAt, RUNTIME } from '../core/addresses.js';
import { Context } from '../core/contextvars.js';
import { replaceHosts, swapThreadHost } from '../core/surroundings.js';
import { encodeError } from './errors.js';
import { Mailbox } from './mailbox.js';
import { NodeHost } from './node.js';
import { importUserModule } from './usermodules.js';
import { WorkerHost } from './workerhost.js';
import type {
  CallSetting,
  WorkerCall,
  WorkerPreparation,
  WorkerResult,
  WorkerStart,
} from './workermessages.js';

const { port, sent, said, clockOffset }: WorkerStart = workerData;
const mailbox = new Mailbox(port, sent, said);
const host = new WorkerHost(mailbox, clockOffset);

/** Do one thing after the other, for as long as the worker lives. */
async function work(): Promise<never> {
  for (;;) {
    const message = mailbox.next();
    // An answer comes too late for the call that it was for.
    if ('id' in message) continue;
    const result = await resultOf(message);
    if (process.stdout.writableLength > 0) await written(process.stdout);
    if (process.stderr.writableLength > 0) await written(process.stderr);
    try {
      mailbox.say(result);
    } catch (error) {
      mailbox.say({ error: encodeError(error) });
    }
  }
}

async function resultOf(message: WorkerCall | WorkerPreparation): Promise<WorkerResult> {
  try {
    if ('module' in message) await load(message.module);
    else return { value: await makeCall(message) };
    return { value: undefined };
  } catch (error) {
    return { error: encodeError(error) };
  }
}

let setting: CallSetting;
let fn: ((...args: never[]) => unknown) | undefined;

/** Call the function, as code of a thread, in a context of its own; its module is loaded as code of none. */
async function makeCall(call: WorkerCall): Promise<unknown> {
  if (call.setting !== undefined) {
    setting = call.setting;
    fn = undefined;
  }
  fn ??= await functionOf(setting.target);
  const { args } = call;
  const target = fn;
  host.beginCall(setting);
  const outer = swapThreadHost(host);
  try {
    return await new Context().run(() => target(...(args as never[])));
  } finally {
    swapThreadHost(outer);
  }
}

async function functionOf(target: Address): Promise<(...args: never[]) => unknown> {
  await load(target.module);
  const found = functionAt(target);
  if (found === undefined) throw notDeclared(target);
  return found;
}

/** Wait until what was written has left: a worker that blocks sends nothing. */
function written(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => {
    stream.write('', () => resolve());
  });
}

const loaded = new Map<string, Promise<unknown>>();

/** Load a module, as far as the point at which it would run its own program. */
async function load(module: string | undefined): Promise<void> {
  if (module === undefined || module === RUNTIME) return;
  let loading = loaded.get(module);
  if (loading === undefined) {
    loading = Promise.race([importUserModule(module), dormantHost.reached]);
    loaded.set(module, loading);
  }
  await loading;
}

/**
 * The host of what a module does while it is loaded: nothing runs again, nothing is printed again.
 */
class DormantHost extends NodeHost {
  /** Settled when a program was about to run. */
  readonly reached: Promise<void>;
  #reach: () => void = () => {};

  constructor() {
    super({ output: { print: () => {}, warn: () => {} }, takesSignal: false });
    this.reached = new Promise((resolve) => {
      this.#reach = resolve;
    });
  }

  override drive(): Promise<void> {
    this.#reach();
    return new Promise(() => {});
  }
}

const dormantHost = new DormantHost();
replaceHosts(() => dormantHost);

function notDeclared({ module, name }: Address): TypeError {
  return new TypeError(
    `function '${name}' cannot travel to a thread: ${module} does not declare it at its top`,
  );
}

void work();
