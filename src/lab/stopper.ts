/**
 * Ends a variant that runs too long, or that its user has interrupted.
 *
 * A virtual clock never passes the limit of itself: no wait and no blocking sleep takes it further.
 * First a variant is interrupted as by Ctrl-C, so that its cleanup runs; a loop that nobody takes
 * interrupts for is left at once. What has not ended a while later has its loops stopped under it,
 * again and again if it starts new ones; and what not even that ends is left behind. A loop of
 * blocking sleeps never gives way, so those fail some time after the limit; only code that does not
 * even sleep cannot be ended.
 */

import { clearTimeout, setTimeout } from 'node:timers';
import type { EventLoop, Host, Instrument } from '../index.js';
import type { Clock, Stop } from './execution.js';

/** How long cleanup may take, in milliseconds of the world. */
const graceOf = { virtual: 200, real: 2000 };

/** How often loops are stopped, in milliseconds of the world, and how many times. */
const stopInterval = 50;
const stopAttempts = 20;

/** What sums of floats may be off by, in seconds. */
const oneInstant = 1e-9;

/** What a blocking sleep fails with when the variant should have ended long ago. */
class Stopped extends Error {
  override readonly name = 'Stopped';
}

type Driven = Parameters<Host['drive']>[0];

/** Watches over one variant. */
export class Stopper {
  /** Why the variant was stopped, if it was. */
  reason: Stop | undefined;
  /** Settled when nothing could end the variant. */
  readonly givenUp: Promise<undefined>;
  readonly observer: Instrument;
  /** Called with the loops at a deadlock, before any of its tasks is told. */
  onDeadlock: (loops: Iterable<EventLoop>) => void = () => {};
  readonly #host: Host;
  readonly #grace: number;
  readonly #loops = new Set<EventLoop>();
  /** The instant of the limit, by the host's clock. */
  readonly #end: number;
  /** How many listen to interrupts. */
  #listeners = 0;
  /** How far the simulated threads have got, which are ahead of the clock. */
  #threadsBusyUntil = 0;
  #giveUp = () => {};
  #timer: NodeJS.Timeout | undefined;

  /** Watch what runs on a host from now on, and stop it after so many seconds of its clock. */
  constructor(host: Host, clock: Clock, timeLimit: number, worldLimit = timeLimit) {
    this.#host = host;
    this.#grace = graceOf[clock.kind];
    this.givenUp = new Promise((resolve) => {
      this.#giveUp = () => resolve(undefined);
    });
    this.#end = host.time() + timeLimit;
    this.observer = {
      loopCreated: (loop) => this.#loops.add(loop),
      loopClosed: (loop) => this.#loops.delete(loop),
    };
    this.#countListeners();
    const last = this.#end + Math.max(1, timeLimit / 10);
    this.#limitBlockingSleep(last);
    this.#limitBlockingWaits(last);
    if (clock.kind === 'virtual') this.#limitWaits();
    // A virtual clock may stand still for ever, so the world's counts as well.
    const seconds = clock.kind === 'real' ? timeLimit / clock.speed : worldLimit;
    this.#schedule(seconds * 1000, () => this.stop('time-limit'));
  }

  /** Stop the variant; the first reason counts. */
  stop(reason: Stop): void {
    if (this.reason !== undefined) return;
    this.reason = reason;
    this.#schedule(this.#grace, () => this.#stopLoops(stopAttempts));
    this.#host.interrupt();
    if (this.#listeners > 0) return;
    for (const loop of this.#loops) if (loop.isRunning()) loop.interrupt();
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

  #countListeners(): void {
    const host = this.#host;
    const onInterrupt = host.onInterrupt.bind(host);
    host.onInterrupt = (callback) => {
      const takeBack = onInterrupt(callback);
      this.#listeners += 1;
      return () => {
        takeBack();
        this.#listeners -= 1;
      };
    };
  }

  /** A sleep that would pass the limit ends there, as if Ctrl-C had ended it. */
  #limitBlockingSleep(last: number): void {
    const host = this.#host;
    const sleep = host.blockingSleep.bind(host);
    host.blockingSleep = (seconds) => {
      if (host.time() > last) throw new Stopped();
      if (host.threadPort() !== undefined) {
        sleep(seconds);
        this.#threadsBusyUntil = Math.max(this.#threadsBusyUntil, host.time());
        return;
      }
      const left = this.#end - host.time();
      if (this.reason !== undefined || seconds <= left) {
        sleep(seconds);
        return;
      }
      sleep(Math.max(0, left));
      this.stop('time-limit');
      throw new Stopped();
    };
  }

  /** So does a wait for threads. */
  #limitBlockingWaits(last: number): void {
    const host = this.#host;
    const blockUntil = host.blockUntil.bind(host);
    host.blockUntil = (isSo, seconds) => {
      if (host.time() > last) throw new Stopped();
      const left = this.#end - host.time();
      if (this.reason !== undefined || seconds <= left) return blockUntil(isSo, seconds);
      if (blockUntil(isSo, Math.max(0, left))) return true;
      this.stop('time-limit');
      throw new Stopped();
    };
  }

  #limitWaits(): void {
    const host = this.#host;
    const drive = host.drive.bind(host);
    host.drive = (loop) =>
      drive({
        iterations: () => this.#limited(loop),
        get sharedWithPromises() {
          return loop.sharedWithPromises;
        },
        deadlock: () => {
          this.onDeadlock(this.#loops);
          loop.deadlock();
        },
        timeJumped: (from, to) => loop.timeJumped(from, to),
      });
  }

  /** Run a loop with no wait that goes beyond the limit; one that wants to is stopped there. */
  *#limited(loop: Driven): Generator<number | undefined, void, void> {
    const iterations = loop.iterations();
    for (let step = iterations.next(); !step.done; step = iterations.next()) {
      const left = this.#end - this.#host.time();
      const wanted = this.#timeoutOf(step.value);
      if (this.reason !== undefined || wanted === undefined || wanted <= left) {
        yield step.value;
      } else {
        yield Math.max(0, left);
        // Something else may have woken the loop before.
        if (this.#end - this.#host.time() < oneInstant) this.stop('time-limit');
      }
    }
  }

  /** A loop that waits without end may be waiting for threads, which are not done before that. */
  #timeoutOf(timeout: number | undefined): number | undefined {
    if (timeout !== undefined) return timeout;
    const left = this.#threadsBusyUntil - this.#host.time();
    return left > 0 ? left : undefined;
  }

  /** None of these timers keeps the process, or makes a deadlock look alive. */
  #schedule(milliseconds: number, callback: () => void): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(callback, Math.min(milliseconds, 2 ** 31 - 1));
    this.#timer.unref();
  }
}
