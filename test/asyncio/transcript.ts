/**
 * What most tests here compare: everything that a program printed, each line with its instant.
 *
 * The programs run on the virtual clock. The transcripts expected of them are CPython's.
 */
import { type Awaitable, run, virtualHost, withHost } from '../../src/index.js';

/** Run a coroutine; returns its lines, as `t=1.5 text`, and the first line of each warning. */
export function transcript(main: () => Awaitable<unknown>): Promise<string[]> {
  return programTranscript(() => run(main()));
}

/** Call a whole program, outside of any loop; returns its lines and warnings in the same way. */
export async function programTranscript(
  program: () => unknown,
  options: Parameters<typeof virtualHost>[0] = {},
): Promise<string[]> {
  const lines: string[] = [];
  const host = virtualHost({
    ...options,
    output: {
      print: ({ time, text }) => lines.push(`t=${time} ${text}`),
      warn: (text) => lines.push(`warning: ${text.split('\n')[0]}`),
    },
  });
  await withHost(host, program);
  return lines;
}
