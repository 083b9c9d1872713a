/**
 * Runs programs on this library, under the virtual clock.
 */
import type { Driven } from '../../src/core/host.js';
import { VirtualHost } from '../../src/hosts/virtual.js';
import { withHost } from '../../src/index.js';
import { hidingInterpreter } from './frames.js';
import { interpret } from './interpreter.js';
import type { Program } from './program.js';
import { type PrintedLine, type Transcript, transcriptOf } from './transcript.js';

/** So many iterations in one program are endless. */
const MAX_ITERATIONS = 5000;

/** How long threads may outlive a program, in seconds. */
const LONG = 100_000;

/** Run a program and write down what it does. */
export async function runHere(program: Program): Promise<Transcript> {
  const lines: PrintedLine[] = [];
  const warnings: string[] = [];
  const host = new ImpatientHost({
    takesSignal: false,
    output: {
      print: ({ text, time, task }) => lines.push({ t: time, task, text }),
      warn: (text) => {
        if (!text.startsWith('Exception ignored')) warnings.push(text.split('\n')[0] as string);
      },
    },
  });
  let elapsed = 0;
  await withHost(host, async () => {
    await hidingInterpreter(program, () => interpret(program));
    elapsed = host.time();
    // Python ends when the last thread has.
    host.blockingSleep(LONG);
  });
  return transcriptOf({ lines, warnings, elapsed });
}

/** The loop goes on and on. */
class EndlessError extends Error {
  override name = 'EndlessError';
}

/** The virtual host, for loops that may be endless. */
class ImpatientHost extends VirtualHost {
  #iterations = 0;

  override drive(loop: Driven): Promise<void> {
    return super.drive({
      iterations: () => this.#counted(loop),
      get sharedWithPromises() {
        return loop.sharedWithPromises;
      },
      deadlock: () => loop.deadlock(),
      timeJumped: (from, to) => loop.timeJumped(from, to),
    });
  }

  *#counted(loop: Driven): Generator<number | undefined, void, void> {
    for (const timeout of { [Symbol.iterator]: () => loop.iterations() }) {
      this.#iterations += 1;
      if (this.#iterations > MAX_ITERATIONS) throw new EndlessError();
      yield timeout;
    }
  }
}
