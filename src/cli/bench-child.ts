/**
 * A child of `bench`: the entry of its process. It is told a program on its command line, and on
 * standard input how often to run it. A child with a garbage collector at hand measures memory.
 */
import { createInterface } from 'node:readline';
import { measureMemory, measureTime, type Request } from '../bench/child.js';
import { Counter } from '../bench/counter.js';
import type { Program } from '../bench/program.js';

const [module = '', observed] = process.argv.slice(2);
const { program } = (await import(module)) as { readonly program: Program };
const observer = observed === undefined ? undefined : new Counter();
const collectGarbage = globalThis.gc;

process.stdout.write('{}\n');
for await (const line of createInterface({ input: process.stdin })) {
  const { operations } = JSON.parse(line) as Request;
  const sample =
    collectGarbage === undefined
      ? await measureTime(program, operations, observer)
      : await measureMemory(program, operations, collectGarbage);
  process.stdout.write(`${JSON.stringify(sample)}\n`);
}
process.exit();
