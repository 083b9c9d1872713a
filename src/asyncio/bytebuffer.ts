/**
 * A buffer that grows at its end and is taken from at its beginning: Python's `bytearray`, as a stream
 * uses it.
 *
 * What was taken leaves a gap at the beginning, which is closed only when room is needed: so taking a
 * line costs its own length, not that of all that follows.
 */

const INITIAL_CAPACITY = 1024;

export class ByteBuffer {
  #bytes = new Uint8Array(INITIAL_CAPACITY);
  #begin = 0;
  #end = 0;

  get length(): number {
    return this.#end - this.#begin;
  }

  /** Add a copy of bytes at the end. */
  push(data: Uint8Array): void {
    if (this.#end + data.length > this.#bytes.length) this.#makeRoom(data.length);
    this.#bytes.set(data, this.#end);
    this.#end += data.length;
  }

  /** Take a copy of the first bytes, so many at most, and remove them. */
  take(count: number): Uint8Array {
    const end = Math.min(this.#begin + count, this.#end);
    const taken = this.#bytes.slice(this.#begin, end);
    this.#begin = end;
    if (this.#begin === this.#end) this.clear();
    return taken;
  }

  clear(): void {
    this.#begin = 0;
    this.#end = 0;
    // One long message must not be remembered by its size for ever.
    if (this.#bytes.length > 64 * INITIAL_CAPACITY) this.#bytes = new Uint8Array(INITIAL_CAPACITY);
  }

  /** Return where a sequence of bytes begins, from an offset on; -1 when it is not there. */
  find(sequence: Uint8Array, from: number): number {
    const bytes = this.#bytes;
    const first = sequence[0] as number;
    const last = this.#end - sequence.length;
    for (let place = this.#begin + from; place <= last; place += 1) {
      place = bytes.indexOf(first, place);
      if (place === -1 || place > last) return -1;
      if (this.#isAt(place, sequence)) return place - this.#begin;
    }
    return -1;
  }

  /** Tell whether a sequence of bytes begins at an offset. */
  has(sequence: Uint8Array, offset: number): boolean {
    return offset + sequence.length <= this.length && this.#isAt(this.#begin + offset, sequence);
  }

  #isAt(place: number, sequence: Uint8Array): boolean {
    for (let index = 1; index < sequence.length; index += 1) {
      if (this.#bytes[place + index] !== sequence[index]) return false;
    }
    return this.#bytes[place] === sequence[0];
  }

  #makeRoom(count: number): void {
    const needed = this.length + count;
    const capacity = needed > this.#bytes.length / 2 ? 2 * needed : this.#bytes.length;
    const bytes = capacity > this.#bytes.length ? new Uint8Array(capacity) : this.#bytes;
    bytes.set(this.#bytes.subarray(this.#begin, this.#end));
    this.#bytes = bytes;
    this.#end = this.length;
    this.#begin = 0;
  }
}
