/**
 * Timers by the hundred, most of them cancelled: the loop clears them out, and the others stay.
 */
import { evaluate, loopCall, method, name, print, set, sleep } from '../build.js';
import type { Block, Expression } from '../program.js';
import type { Author } from './author.js';
import type { Feature } from './feature.js';
import { type Place, pickVariable, use } from './place.js';

/** The loop clears them out when more than so many are there, and more than half are cancelled. */
const MANY = 100;

export const timers: Feature = {
  name: 'timers',
  probability: 0.04,
  declare(author) {
    author.declare('timer', 1);
    return [];
  },
  phrases: [{ weight: 2, write: clearOut }],
};

function clearOut(place: Place): Block | undefined {
  const { author, random } = place;
  const timer = pickVariable(place, ['timer']);
  if (timer === undefined) return undefined;
  const cancelled: Block = [
    set(timer.name, loopCall('call_later', [delay(author), name('print'), author.label()])),
    evaluate(method(use(timer), 'cancel')),
  ];
  const several = () => Array.from({ length: random.between(2, 8) }, () => living(author));
  return [
    ...several(),
    { do: 'repeat', times: MANY + random.between(-10, 20), body: cancelled },
    ...several(),
    evaluate(sleep(author.delay())),
    print(author.label()),
  ];
}

function living(author: Author): Block[number] {
  return evaluate(loopCall('call_later', [delay(author), name('print'), author.label()]));
}

/** Later ones come first as often as not. */
function delay(author: Author): Expression {
  return { add: [author.delay(), author.random.between(0, 5)] };
}
