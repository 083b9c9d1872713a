/** One of the programs in a process of its own: `requests C R`, or `writer PORT BYTES`; prints JSON. */
import { run } from '../../src/index.js';
import { askAll } from './requests.js';
import { writeTo } from './writer.js';

const [what, ...numbers] = process.argv.slice(2);
const [first = 0, second = 0] = numbers.map(Number);
const result =
  what === 'requests'
    ? await run(askAll({ connections: first, requests: second }))
    : await run(writeTo(first, second));
process.stdout.write(`${JSON.stringify(result)}\n`);
