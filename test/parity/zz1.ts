import { pyodideInterpreter } from '../../src/lab/cpython/pyodide.js';
import { generate } from './generate.js';
import { runHere } from './here.js';
import { CPython } from './there.js';
import { linesOf } from './transcript.js';

const there = await CPython.load(await pyodideInterpreter());
const p = generate(Number(process.argv[2]));
console.log(
  JSON.stringify(p, null, 1)
    .replace(/\n\s+/g, ' ')
    .replace(/("\w+": \[ \{ "do)/g, '\n$1')
    .replace(/(\{ "do")/g, '\n   $1'),
);
console.log(linesOf(await there.run(p)), linesOf(await runHere(p)));
