/**
 * Reports: made by hand, and taken by handlers that fail themselves or by none.
 */
import { evaluate, loopCall, name } from '../build.js';
import type { Block, Expression } from '../program.js';
import type { Feature } from './feature.js';
import type { Place } from './place.js';

export const reports: Feature = {
  name: 'reports',
  probability: 0.15,
  phrases: [
    { weight: 1, isPlain: true, isSafe: true, write: setHandler },
    { weight: 2, isPlain: true, write: make },
  ],
};

function setHandler({ random }: Place): Block {
  const value = random.pick([name('fail'), name('report'), null]);
  return [evaluate(loopCall('set_exception_handler', [value]))];
}

function make({ author, random }: Place): Block {
  const context: Record<string, Expression> = { message: author.text() };
  if (random.chance(0.5)) context.exception = author.error();
  return [evaluate(loopCall('call_exception_handler', [{ dict: context }]))];
}
