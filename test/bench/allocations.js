/**
 * Counts the bytes that an operation of each program allocates, and prints them as JSON.
 *
 * It runs with a garbage collector at hand and a young generation so large that nothing is collected
 * while a program runs: what the heap has grown by then is all that was allocated. The least of several
 * rounds counts, for the compiler's threads may come late, and code that is not optimized allocates more.
 */

const [programs, ...names] = process.argv.slice(2);
const operations = 2000;
const stage = { observer: undefined, begun: () => {}, ended: () => {}, allAsleep: () => {} };
const bytes = {};

for (const name of names) {
  const { program } = await import(new URL(`${name}.js`, programs).href);
  for (let warmUp = 0; warmUp < 3; warmUp += 1) await program(operations, stage);
  const rounds = [];
  for (let round = 0; round < 8; round += 1) {
    globalThis.gc();
    const before = process.memoryUsage().heapUsed;
    await program(operations, stage);
    rounds.push(Math.round((process.memoryUsage().heapUsed - before) / operations));
  }
  bytes[name] = Math.min(...rounds);
}
process.stdout.write(JSON.stringify(bytes));
process.exit();
