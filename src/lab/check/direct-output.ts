/**
 * What scenarios write to standard output and standard error by themselves, past `print`: kept line by
 * line, so that it never gets into a report, and only so much of it.
 */

/** How much of it is kept of one scenario, in characters. */
const mostCharacters = 20_000;

/** Collects what is written to some streams. */
export class DirectOutput {
  readonly #streams: { open: string }[] = [];
  #lines: string[] = [];
  #left = mostCharacters;

  /** Collect what can be read from a stream. */
  watch(stream: NodeJS.ReadableStream): void {
    const state = { open: '' };
    this.#streams.push(state);
    stream.setEncoding('utf8');
    stream.on('data', (text: string) => {
      if (this.#left <= 0) return;
      const [first = '', ...rest] = text.slice(0, this.#left).split('\n');
      this.#left -= text.length;
      const lines = [state.open + first, ...rest];
      state.open = lines.pop() ?? '';
      this.#lines.push(...lines);
      if (this.#left <= 0) this.#lines.push(state.open, '…');
    });
  }

  /** Return the lines so far, and begin anew. */
  take(): string[] {
    const open = this.#left > 0 ? this.#streams.map((state) => state.open) : [];
    const lines = [...this.#lines, ...open.filter((line) => line !== '')];
    for (const state of this.#streams) state.open = '';
    this.#lines = [];
    this.#left = mostCharacters;
    return lines;
  }
}
