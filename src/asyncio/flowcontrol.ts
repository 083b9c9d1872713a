/**
 * The water marks of what a transport holds: above the high one its protocol is asked to pause, at the
 * low one to go on.
 */
import type { EventLoop } from '../core/events.js';
import { KeyboardInterrupt, ValueError } from '../core/exceptions.js';
import { repr } from '../core/repr.js';
import type { Protocol, Transport } from '../core/transports.js';

/** How much a transport holds before its protocol is asked to pause, in bytes. */
const HIGH_WATER = 64 * 1024;

/** The logic of flow control that transports share (`asyncio.transports._FlowControlMixin`). */
export abstract class FlowControlMixin {
  /** @internal */
  protected readonly loop: EventLoop;
  #isPaused = false;
  readonly #highByDefault: number;
  #high: number;
  #low: number;

  constructor(loop: EventLoop, high = HIGH_WATER) {
    this.loop = loop;
    this.#highByDefault = high;
    this.#high = high;
    this.#low = high / 4;
  }

  abstract getProtocol(): Protocol;

  /** How many bytes it holds. */
  abstract getWriteBufferSize(): number;

  /** The low-water and the high-water mark, in bytes. */
  getWriteBufferLimits(): readonly [low: number, high: number] {
    return [this.#low, this.#high];
  }

  /**
   * Set the water marks, in bytes: one of them gives the other, none of them the usual ones.
   *
   * @throws ValueError when the low one is above the high one, or below 0.
   */
  setWriteBufferLimits(limits: { readonly high?: number; readonly low?: number } = {}): void {
    const high = limits.high ?? (limits.low === undefined ? this.#highByDefault : 4 * limits.low);
    const low = limits.low ?? Math.floor(high / 4);
    if (!(high >= low && low >= 0)) {
      throw new ValueError(`high (${repr(high)}) must be >= low (${repr(low)}) must be >= 0`);
    }
    this.#high = high;
    this.#low = low;
    this.maybePauseProtocol();
  }

  /** @internal To be called whenever it holds more. */
  protected maybePauseProtocol(): void {
    if (this.#isPaused || this.getWriteBufferSize() <= this.#high) return;
    this.#isPaused = true;
    this.#tell('pauseWriting');
  }

  /** @internal To be called whenever it holds less. */
  protected maybeResumeProtocol(): void {
    if (!this.#isPaused || this.getWriteBufferSize() > this.#low) return;
    this.#isPaused = false;
    this.#tell('resumeWriting');
  }

  #tell(method: 'pauseWriting' | 'resumeWriting'): void {
    const protocol = this.getProtocol();
    try {
      protocol[method]();
    } catch (error) {
      if (error instanceof KeyboardInterrupt) throw error;
      this.loop.callExceptionHandler({
        message: `protocol.${method}() failed`,
        exception: error,
        transport: this as unknown as Transport,
        protocol,
      });
    }
  }
}
