/**
 * Runs the fixed programs on the library beside it, and prints the seeds of those that do not do
 * what is written in a file: a transcript for each.
 *
 * A process of its own, for `npm run break-kernel`: the library is a broken one.
 */
import { readFileSync } from 'node:fs';
import { fixed } from './fixed.js';
import { generate } from './generate.js';
import { runHere } from './here.js';
import { areEqual, type Transcript } from './transcript.js';

const [file] = process.argv.slice(2);
const expected = JSON.parse(readFileSync(file as string, 'utf8')) as readonly Transcript[];
const differing: number[] = [];
for (const [index, transcript] of expected.entries()) {
  const seed = fixed.seed + index;
  const actual = await runHere(generate(seed)).catch(() => undefined);
  if (actual === undefined || !areEqual(transcript, actual)) differing.push(seed);
}
console.log(JSON.stringify(differing));
