/**
 * What a transport holds: the pieces that its socket or pipe has not taken yet.
 */

export class WriteBuffer {
  #pieces: Uint8Array[] = [];
  #length = 0;

  /** How many bytes there are. */
  get length(): number {
    return this.#length;
  }

  hold(data: Uint8Array): void {
    if (data.length === 0) return;
    this.#pieces.push(data);
    this.#length += data.length;
  }

  clear(): void {
    this.#pieces = [];
    this.#length = 0;
  }

  /**
   * Hand over what is taken; what is not stays.
   *
   * @param send returns how many bytes were taken, and `undefined` when that failed: nothing more is sent
   * @returns whether nothing failed
   */
  sendBy(send: (data: Uint8Array) => number | undefined): boolean {
    let taken = 0;
    for (const piece of this.#pieces) {
      const sent = send(piece);
      if (sent === undefined) return false;
      this.#length -= sent;
      if (sent < piece.length) {
        this.#pieces[taken] = piece.subarray(sent);
        break;
      }
      taken += 1;
    }
    this.#pieces.splice(0, taken);
    return true;
  }
}
