/** Send a message to a worker thread and await its answer, again and again. */
import { Worker } from 'node:worker_threads';
import type { Program } from '../../src/bench/program.js';

/** It answers each number with the next one. */
const answering = `
  const { parentPort } = require('node:worker_threads');
  parentPort.on('message', (value) => parentPort.postMessage(value + 1));
`;

export const program: Program = async (operations, { begun, ended }) => {
  const worker = new Worker(answering, { eval: true });
  const increment = (value: number) =>
    new Promise<number>((resolve) => {
      worker.once('message', resolve);
      worker.postMessage(value);
    });
  let value = await increment(-1);
  begun();
  for (let i = 0; i < operations; i += 1) value = await increment(value);
  ended();
  await worker.terminate();
  return value;
};
