/**
 * What users see of the pipe under a transport: whether it is closed, and no way to write to it behind
 * the transport's back.
 */

/** A pipe as its transport shows it, `writer.getExtraInfo('pipe')`. */
export class TransportPipe {
  readonly #isClosed: () => boolean;

  /** @internal */
  constructor(isClosed: () => boolean) {
    this.#isClosed = isClosed;
  }

  /** Whether it is closed. */
  get closed(): boolean {
    return this.#isClosed();
  }

  toString(): string {
    return `<asyncio.TransportPipe ${this.closed ? 'closed' : 'open'}>`;
  }
}
