#!/usr/bin/env node
import { startEarly } from '../dist/src/cli/head-start.js';

const args = process.argv.slice(2);
startEarly(args);
const { main } = await import('../dist/src/cli/program.js');
await main(args);
