import { pyodideInterpreter } from '../../src/lab/cpython/pyodide.js';
import { generate } from './generate.js';
import { runHere } from './here.js';
import { shrink } from './shrink.js';
import { asPython } from './source/python.js';
import { asTypeScript } from './source/typescript.js';
import { CPython } from './there.js';
import { areEqual, linesOf } from './transcript.js';

const there = await CPython.load(await pyodideInterpreter());
for (const arg of process.argv.slice(2)) {
  let n = 0;
  const p = await shrink(generate(Number(arg)), async (q) => {
    n++;
    return !areEqual(await there.run(q), await runHere(q));
  });
  console.log(arg, n, 'tries');
  console.log(asPython(p));
  console.log();
  console.log(asTypeScript(p));
  console.log(linesOf(await there.run(p)), linesOf(await runHere(p)));
}
