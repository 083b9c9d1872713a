/**
 * A worker: the other end of `workerpool`.
 *
 * It loads the module that a call names and calls the function. While the function runs, the worker's
 * host answers what it asks of the runtime: the clock of the loop, lines to print, and coroutines to
 * run in the loop, for whose results it blocks.
 */
import { type MessagePort, receiveMessageOnPort } from 'node:worker_threads';
import '../index.js';
import { type Address, functionAt, RUNTIME } from '../core/addresses.js';
import { TimeoutError } from '../core/exceptions.js';
import type { PrintedLine, Submission, ThreadPort } from '../core/host.js';
import { replaceHosts, swapThreadHost } from '../core/surroundings.js';
import { decodeError, encodeError } from './errors.js';
import { NodeHost } from './node.js';
import { importUserModule } from './usermodules.js';
import {
  type FromWorker,
  sharedClock,
  type ToWorker,
  type WorkerCall,
  type WorkerMeeting,
  type WorkerResult,
} from './workermessages.js';

/** Make a call, or meet the other workers. */
export default async function work(message: WorkerCall | WorkerMeeting): Promise<void> {
  if ('meeting' in message) {
    if (message.module !== undefined) await load(message.module);
    meet(new Int32Array(message.meeting), message.count);
    return;
  }
  // The result takes the way that lines take, so that it comes after them.
  const result = await resultOf(message);
  try {
    say(message.port, { type: 'end', result });
  } catch (error) {
    say(message.port, { type: 'end', result: { error: encodeError(error) } });
  }
}

async function resultOf(call: WorkerCall): Promise<WorkerResult> {
  try {
    await load(call.target.module as string);
    return { value: await makeCall(call) };
  } catch (error) {
    return { error: encodeError(error) };
  }
}

/** Call the function, as code of a thread; its module was loaded as code of none. */
async function makeCall(call: WorkerCall): Promise<unknown> {
  const fn = functionAt(call.target);
  if (fn === undefined) throw notDeclared(call.target);
  const outer = swapThreadHost(new WorkerHost(call));
  try {
    return await fn(...(call.args as never[]));
  } finally {
    swapThreadHost(outer);
  }
}

/** Wait until so many workers are here. */
function meet(arrived: Int32Array, count: number): void {
  Atomics.add(arrived, 0, 1);
  Atomics.notify(arrived, 0);
  for (let here = Atomics.load(arrived, 0); here < count; here = Atomics.load(arrived, 0)) {
    Atomics.wait(arrived, 0, here);
  }
}

const loaded = new Map<string, Promise<unknown>>();

/** Load a module, as far as the point at which it would run its own program. */
function load(module: string): Promise<unknown> {
  let loading = loaded.get(module);
  if (loading === undefined) {
    loading = Promise.race([importModule(module), dormantHost.reached]);
    loaded.set(module, loading);
  }
  return loading;
}

async function importModule(module: string): Promise<void> {
  if (module !== RUNTIME) await importUserModule(module);
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

/** The host of a function that a worker calls. */
class WorkerHost extends NodeHost {
  readonly #call: WorkerCall;
  readonly #port: ThreadPort;

  constructor(call: WorkerCall) {
    super({
      output: { print: () => {}, warn: (text) => process.stderr.write(`${text}\n`) },
      speed: call.speed,
      takesSignal: false,
    });
    this.#call = call;
    this.#port = new LoopPort(call);
  }

  override time(): number {
    return (sharedClock() - this.#call.clockOffset) * this.#call.speed;
  }

  override print(text: string): PrintedLine {
    const time = this.time();
    say(this.#call.port, { type: 'print', text, time });
    return { text, time, task: undefined, thread: this.#call.thread };
  }

  override threadPort(): ThreadPort {
    return this.#port;
  }
}

/** The way from a worker to the loop. */
class LoopPort implements ThreadPort {
  readonly #call: WorkerCall;
  readonly #cell: Int32Array;
  readonly #answers = new Map<number, WorkerResult>();
  #submitted = 0;

  constructor(call: WorkerCall) {
    this.#call = call;
    this.#cell = new Int32Array(call.cell);
  }

  submit(target: Address, args: readonly unknown[]): Submission<unknown> {
    this.#submitted += 1;
    const id = this.#submitted;
    const { port } = this.#call;
    say(port, { type: 'submit', id, target, args });
    return {
      result: (timeout) => this.#result(id, timeout),
      done: () => this.#look(id) !== undefined,
      cancel: () => {
        if (this.#look(id) !== undefined) return false;
        say(port, { type: 'cancel', id });
        return true;
      },
    };
  }

  callSoon(target: Address, args: readonly unknown[]): void {
    say(this.#call.port, { type: 'call', target, args });
  }

  #result(id: number, timeout: number | undefined): unknown {
    const limit = timeout === undefined ? Number.POSITIVE_INFINITY : timeout / this.#call.speed;
    const deadline = sharedClock() + limit;
    for (;;) {
      const seen = Atomics.load(this.#cell, 0);
      const answer = this.#look(id);
      if (answer !== undefined) {
        if ('error' in answer) throw decodeError(answer.error);
        return answer.value;
      }
      const left = deadline - sharedClock();
      if (left <= 0) throw new TimeoutError();
      Atomics.wait(this.#cell, 0, seen, left * 1000);
    }
  }

  /** Take all answers that are there, and look at one. */
  #look(id: number): WorkerResult | undefined {
    for (
      let received = receiveMessageOnPort(this.#call.port);
      received !== undefined;
      received = receiveMessageOnPort(this.#call.port)
    ) {
      const answer = received.message as ToWorker;
      this.#answers.set(answer.id, answer.outcome);
    }
    return this.#answers.get(id);
  }
}

function say(port: MessagePort, message: FromWorker): void {
  port.postMessage(message);
}

function notDeclared({ module, name }: Address): TypeError {
  return new TypeError(
    `function '${name}' cannot travel to a thread: ${module} does not declare it at its top`,
  );
}
