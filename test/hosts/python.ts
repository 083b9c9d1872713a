/** A real Python for tests, where there is one, and what its programs print. */
import { spawn, spawnSync } from 'node:child_process';
import { createInterface } from 'node:readline';

/** The name of a Python that has `asyncio.run` and more; none where there is no such. */
function python(): string | undefined {
  const check = 'import sys; sys.exit(sys.version_info < (3, 8))';
  return ['python3', 'python'].find((name) => spawnSync(name, ['-c', check]).status === 0);
}

export const interpreter = python();

/** For the names of tests that are skipped without it. */
export const needsPython = interpreter === undefined ? ' (skipped: there is no python3)' : '';

/** Run a Python program to its end; gives what it printed. */
export function output(program: string, ...args: string[]): Promise<string> {
  const child = spawn(interpreter as string, ['-c', program, ...args]);
  let printed = '';
  child.stdout.on('data', (data) => {
    printed += data;
  });
  child.stderr.on('data', (data) => {
    printed += data;
  });
  return new Promise((resolve) => child.on('close', () => resolve(printed)));
}

/** Read the first line of a stream. */
export async function nextLine(stream: NodeJS.ReadableStream): Promise<string[]> {
  for await (const line of createInterface({ input: stream })) return [line];
  return [];
}
