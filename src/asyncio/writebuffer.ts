/**
 * What a transport holds: the pieces that its socket or pipe has not taken yet.
 */

/** How many bytes are put together at most. */
const LARGEST = 256 * 1024;

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
    while (this.#length > 0) {
      const head = this.#head();
      const sent = send(head);
      if (sent === undefined) return false;
      this.#length -= sent;
      if (sent < head.length) {
        this.#pieces[0] = head.subarray(sent);
        break;
      }
      this.#pieces.shift();
    }
    return true;
  }

  /** Return the first pieces as one: many small ones go to the system in one call, as with `sendmsg`. */
  #head(): Uint8Array {
    const [first] = this.#pieces as [Uint8Array];
    let [count, length] = [1, first.length];
    for (; count < this.#pieces.length; count += 1) {
      length += (this.#pieces[count] as Uint8Array).length;
      if (length > LARGEST) break;
    }
    if (count === 1) return first;
    const pieces = this.#pieces.splice(0, count);
    const head = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
    let end = 0;
    for (const piece of pieces) {
      head.set(piece, end);
      end += piece.length;
    }
    this.#pieces.unshift(head);
    return head;
  }
}
