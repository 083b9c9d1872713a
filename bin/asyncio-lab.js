#!/usr/bin/env node
const args = process.argv.slice(2);
if (args[0] === 'check') {
  const { startEarly } = await import('../dist/src/cli/head-start.js');
  startEarly(args);
}
const { main } = await import('../dist/src/cli/program.js');
await main(args);
