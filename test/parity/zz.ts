import { pyodideInterpreter } from '../../src/lab/cpython/pyodide.js';
import { generate } from './generate.js';
import { runHere } from './here.js';
import { CPython } from './there.js';
import { areEqual, linesOf } from './transcript.js';

const a = Number(process.argv[2] ?? 0),
  n = Number(process.argv[3] ?? 200),
  max = Number(process.argv[4] ?? 3);
const there = await CPython.load(await pyodideInterpreter());
let bad = 0,
  lines = 0,
  dead = 0,
  endless = 0;
let py = 0,
  ts = 0,
  gen = 0;
process.on('unhandledRejection', (e) => {
  console.log('UNHANDLED', e);
});
for (let seed = a; seed < a + n; seed++) {
  let t = performance.now();
  const p = generate(seed);
  gen += performance.now() - t;
  t = performance.now();
  const x = await there.run(p);
  py += performance.now() - t;
  t = performance.now();
  const y = await runHere(p);
  ts += performance.now() - t;
  lines += x.lines.length;
  if (x.lines.some((l) => l.includes('DeadlockError'))) dead++;
  if (x.lines.some((l) => l.includes('EndlessError'))) endless++;
  if (!areEqual(x, y)) {
    bad++;
    if (bad <= max) {
      const [l, r] = [linesOf(x), linesOf(y)];
      const i = l.findIndex((it, k) => it !== r[k]);
      console.log(
        'seed',
        seed,
        'line',
        i,
        '\n py',
        l.slice(Math.max(0, i - 3), i + 4),
        '\n ts',
        r.slice(Math.max(0, i - 3), i + 4),
      );
    }
  }
}
console.log({ n, bad, lines: lines / n, dead, endless, gen: gen / n, py: py / n, ts: ts / n });
