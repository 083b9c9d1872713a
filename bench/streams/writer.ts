/** A writer that has more to say than the memory holds, and that `drain` holds to its reader. */
import { coroutine, openConnection } from '../../src/index.js';

/** How the bytes went. */
export interface Passage {
  /** How many the reader has had. */
  readonly bytes: number;
  readonly seconds: number;
  /** How much more memory than before the process had at most. */
  readonly growth: number;
}

/** How much is written at a time, in bytes. */
const PIECE = 64 * 1024;

/** Write so many bytes to a reader that says in the end how many it had. */
export const writeTo = coroutine(function* writeTo(port: number, bytes: number) {
  const before = process.memoryUsage.rss();
  let most = before;
  const begun = performance.now();
  const [reader, writer] = yield* openConnection('127.0.0.1', port);
  const piece = new Uint8Array(PIECE);
  for (let written = 0; written < bytes; written += PIECE) {
    writer.write(piece.subarray(0, bytes - written));
    yield* writer.drain();
    most = Math.max(most, process.memoryUsage.rss());
  }
  writer.writeEof();
  const received = Number(new TextDecoder().decode(yield* reader.read()));
  writer.close();
  yield* writer.waitClosed();
  const seconds = (performance.now() - begun) / 1000;
  return { bytes: received, seconds, growth: most - before } satisfies Passage;
});
