/**
 * What most tests here compare: everything that a program printed, each line with its instant.
 *
 * The programs run on the virtual clock. The transcripts expected of them are CPython's.
 */
import { type Awaitable, run, virtualHost, withHost } from '../../src/index.js';

/** Run a program; returns its lines, as `t=1.5 text`, and the first line of each warning. */
export async function transcript(main: () => Awaitable<unknown>): Promise<string[]> {
  const lines: string[] = [];
  const host = virtualHost({
    output: {
      print: ({ time, text }) => lines.push(`t=${time} ${text}`),
      warn: (text) => lines.push(`warning: ${text.split('\n')[0]}`),
    },
  });
  await withHost(host, () => run(main()));
  return lines;
}
