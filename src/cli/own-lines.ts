/**
 * Keeps our lines and what others write to the same stream apart.
 *
 * A scenario may write to standard output by itself and leave its line open; ours then begin on the
 * next one.
 */

/** A stream as we write to it: each text begins at the start of a line. */
export interface OwnLines {
  readonly isTTY: boolean;
  readonly write: (text: string) => void;
}

/** Watch from now on what others write to a stream, and return how to write our own lines. */
export function ownLines(stream: NodeJS.WriteStream): OwnLines {
  const write = stream.write.bind(stream);
  let isOpen = false;
  stream.write = (chunk: string | Uint8Array, ...rest: unknown[]) => {
    if (chunk.length > 0) isOpen = Buffer.from(chunk).at(-1) !== lineFeed;
    return Reflect.apply(write, stream, [chunk, ...rest]);
  };
  return {
    isTTY: stream.isTTY,
    write: (text) => {
      write(isOpen ? `\n${text}` : text);
      isOpen = false;
    },
  };
}

const lineFeed = 0x0a;
