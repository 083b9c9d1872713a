/** Programs on this machine's Python that really wait; skipped where there is none, or an old one. */

import { describe, expect, it } from 'vitest';
import type { Transcript } from '../../../src/lab/cpython/interpreter.js';
import { nativeInterpreter } from '../../../src/lab/cpython/native.js';
import { nativePython } from './native-python.js';

const python = await nativePython();

async function run(source: string, timeLimit?: number): Promise<Transcript> {
  const interpreter = await nativeInterpreter(python, timeLimit);
  try {
    const program = { source, name: 'program', entry: 'main', measures: [], on: 'real' } as const;
    return await interpreter.run(program);
  } finally {
    interpreter.close();
  }
}

describe.skipIf(python === undefined)('on the real clock of a native Python', () => {
  it('starts processes', async () => {
    const { lines, outcome } = await run(`
import asyncio

async def main():
    process = await asyncio.create_subprocess_exec("echo", "hello", stdout=asyncio.subprocess.PIPE)
    print(await process.communicate(), process.returncode)
`);
    expect(outcome).toEqual({ type: 'return' });
    expect(lines.map(({ text }) => text)).toEqual(["(b'hello\\n', None) 0"]);
  });

  it('measures what it waits for, threads beside one another', async () => {
    const { lines, elapsed, pending } = await run(`
import asyncio, time

def work(name, seconds):
    print(name, end=" ")
    time.sleep(seconds)
    print("done")

async def main():
    asyncio.create_task(asyncio.sleep(60))
    await asyncio.sleep(0.1)
    print("slept")
    await asyncio.gather(asyncio.to_thread(work, "a", 0.2), asyncio.to_thread(work, "b", 0.3))
`);
    expect(lines.map(({ text, task }) => [text, task])).toEqual([
      ['slept', 'Task-1'],
      ['a b done', undefined],
      ['done', undefined],
    ]);
    expect(lines[0]?.t).toBeGreaterThanOrEqual(0.1);
    expect(elapsed).toBeGreaterThanOrEqual(0.4);
    expect(elapsed).toBeLessThan(0.6);
    expect(pending).toEqual(['Task-2']);
  });

  it('lets the processes of a pool import the program', async () => {
    const { outcome } = await run(`
from concurrent.futures import ProcessPoolExecutor

def double(n):
    return n * 2

def main():
    with ProcessPoolExecutor(1) as pool:
        return pool.submit(double, 4).result()
`);
    expect(outcome).toEqual({ type: 'return', value: 8 });
  });

  it('does not wait for a program without an end', async () => {
    await expect(run('def main():\n    while True: pass', 0.5)).rejects.toMatchObject({
      reason: 'never-ends',
      message: 'program.py: main',
    });
  });
});
