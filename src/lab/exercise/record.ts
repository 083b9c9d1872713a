/**
 * Makes the recording of an exercise: runs its solution in Python and notes what CPython did.
 *
 * The program has `async def main()`, or, where the exercise is about what is outside the loop,
 * `def program()`; the recording calls both `main`.
 */

import type { Interpreter } from '../cpython/interpreter.js';
import { recordedOf } from '../cpython/record.js';
import type { Recording } from '../cpython/recording.js';
import { recordedVariant } from './standard.js';

const hasProgram = /^def program\(/m;

/**
 * Record what CPython does with an exercise's solution.
 *
 * @param source the text of the solution in Python
 * @throws PythonFault when it lacks the function, or is no Python.
 */
export async function recordExercise(
  interpreter: Interpreter,
  name: string,
  source: string,
): Promise<Recording> {
  const entry = hasProgram.test(source) ? 'program' : 'main';
  const transcript = await interpreter.run({ source, name, entry, measures: [] });
  return {
    format: 1,
    python: interpreter.python,
    scenario: name,
    variants: { [recordedVariant]: recordedOf(transcript) },
  };
}
