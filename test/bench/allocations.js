/**
 * Counts the bytes that an operation of each program allocates, and prints them as JSON.
 *
 * It runs with a garbage collector at hand and a young generation so large that nothing is collected
 * while a program runs: what the heap has grown by then is all that was allocated.
 */

const [programs, ...names] = process.argv.slice(2);
const operations = 2000;
const stage = { observer: undefined, begun: () => {}, ended: () => {}, allAsleep: () => {} };
const bytes = {};

for (const name of names) {
  const { program } = await import(new URL(`${name}.js`, programs).href);
  for (let warmUp = 0; warmUp < 3; warmUp += 1) await program(operations, stage);
  globalThis.gc();
  const before = process.memoryUsage().heapUsed;
  await program(operations, stage);
  bytes[name] = Math.round((process.memoryUsage().heapUsed - before) / operations);
}
process.stdout.write(JSON.stringify(bytes));
process.exit();
