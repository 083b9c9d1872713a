/**
 * Ends a variant that runs too long, or that its user has interrupted.
 *
 * First it is interrupted as by Ctrl-C, so that its cleanup runs. What has not ended a while later
 * has its loops stopped under it, again and again if it starts new ones; and what not even that ends
 * is left behind. A loop of blocking sleeps never gives way, so those fail some time after the limit;
 * only code that does not even sleep cannot be ended.
 */

import type { EventLoop, Host, Instrument } from '../index.js';
import type { Clock, Stop } from './execution.js';

/** How long cleanup may take, in milliseconds of the world. */
const graceOf = { virtual: 200, real: 2000 };

/** How often loops are stopped, in milliseconds of the world, and how many times. */
const stopInterval = 50;
const stopAttempts = 20;

/** What a blocking sleep fails with when the variant should have ended long ago. */
class Stopped extends Error {
  override readonly name = 'Stopped';
}

/** Watches over one variant. */
export class Stopper {
  /** Why the variant was stopped, if it was. */
  reason: Stop | undefined;
  /** Settled when nothing could end the variant. */
  readonly givenUp: Promise<undefined>;
  readonly observer: Instrument;
  readonly #host: Host;
  readonly #grace: number;
  readonly #loops = new Set<EventLoop>();
  #giveUp = () => {};
  #timer: NodeJS.Timeout | undefined;

  /** Watch what runs on a host from now on, and stop it after so many seconds of its clock. */
  constructor(host: Host, clock: Clock, timeLimit: number) {
    this.#host = host;
    this.#grace = graceOf[clock.kind];
    this.givenUp = new Promise((resolve) => {
      this.#giveUp = () => resolve(undefined);
    });
    const end = host.time() + timeLimit;
    const check = () => {
      if (host.time() > end) this.stop('time-limit');
    };
    this.observer = {
      loopCreated: (loop) => this.#loops.add(loop),
      loopClosed: (loop) => this.#loops.delete(loop),
      timeJumped: check,
    };
    this.#watchBlockingSleep(check, end + Math.max(1, timeLimit / 10));
    // A virtual clock may stand still for ever, so the world's counts as well.
    const milliseconds = (timeLimit / (clock.kind === 'real' ? clock.speed : 1)) * 1000;
    this.#schedule(milliseconds, () => this.stop('time-limit'));
  }

  /** Stop the variant; the first reason counts. */
  stop(reason: Stop): void {
    if (this.reason !== undefined) return;
    this.reason = reason;
    this.#schedule(this.#grace, () => this.#stopLoops(stopAttempts));
    this.#host.interrupt();
  }

  /** Stop watching. */
  end(): void {
    clearTimeout(this.#timer);
  }

  #stopLoops(attempts: number): void {
    for (const loop of this.#loops) {
      if (!loop.isClosed()) loop.callSoonThreadsafe(() => loop.stop());
    }
    if (attempts === 0) this.#giveUp();
    else this.#schedule(stopInterval, () => this.#stopLoops(attempts - 1));
  }

  #watchBlockingSleep(check: () => void, last: number): void {
    const host = this.#host;
    const sleep = host.blockingSleep.bind(host);
    host.blockingSleep = (seconds) => {
      if (host.time() > last) throw new Stopped();
      sleep(seconds);
      check();
    };
  }

  /** None of these timers keeps the process, or makes a deadlock look alive. */
  #schedule(milliseconds: number, callback: () => void): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(callback, Math.min(milliseconds, 2 ** 31 - 1));
    this.#timer.unref();
  }
}
