/** Ctrl-C, which needs a process of its own; `interrupt()` is tested in test/asyncio/runners.test.ts. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const program = fileURLToPath(new URL('./fixtures/interrupted.mjs', import.meta.url));

interface Ended {
  readonly code: number | null;
  readonly signal: string | null;
  readonly lines: readonly string[];
  readonly errors: string;
}

/** Run the program, press Ctrl-C whenever it has printed one of these lines, and wait for its end. */
function interruptedAt(name: string, ...at: readonly string[]): Promise<Ended> {
  const child = spawn(process.execPath, [program, name]);
  let output = '';
  let errors = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
    if (at.includes(text.trimEnd().split('\n').at(-1) ?? '')) child.kill('SIGINT');
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  return new Promise((resolve) => {
    child.on('close', (code, signal) => {
      resolve({ code, signal, lines: output.trimEnd().split('\n'), errors });
    });
  });
}

test('Ctrl-C cancels main, whose finally blocks run; the process exits with 130', async () => {
  expect(await interruptedAt('uncaught', 'ready')).toEqual({
    code: 130,
    signal: null,
    lines: ['ready', 'cleans up', 'has cleaned up'],
    errors: '',
  });
});

test('a second Ctrl-C does not wait for the cleanup', async () => {
  const { code, lines } = await interruptedAt('twice', 'ready', 'cleans up');
  expect([code, lines]).toEqual([130, ['ready', 'cleans up']]);
});

test('a program that catches KeyboardInterrupt goes on', async () => {
  expect(await interruptedAt('caught', 'ready')).toEqual({
    code: 0,
    signal: null,
    lines: ['ready', 'cleans up', 'has cleaned up', 'caught True KeyboardInterrupt', 'goes on'],
    errors: '',
  });
});

test('what fails after that, fails as ever', async () => {
  const { code, errors } = await interruptedAt('failing', 'ready');
  expect(code).toBe(1);
  expect(errors).toMatch(/Error: another reason\n +at /);
});

test('where no loop runs, Ctrl-C ends the process as ever', async () => {
  const { code, signal, lines } = await interruptedAt('afterwards', 'ready');
  expect([code, signal, lines]).toEqual([null, 'SIGINT', ['ready']]);
});
