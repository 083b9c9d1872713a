/**
 * Priority queues: what comes before what, and in which order equal items come out.
 *
 * The items of one queue are of one kind, mostly; another one among them may have no order with
 * them, and then it depends on the others which of the calls fails.
 */
import { call, evaluate, list, method, name, print, set } from '../build.js';
import type { Block, Expression } from '../program.js';
import type { Random } from '../random.js';
import type { Feature } from './feature.js';
import { type Place, pickVariable, use } from './place.js';
import { queues } from './queues.js';

export const priorities: Feature = {
  name: 'priorities',
  probability: 0.08,
  declare(author) {
    return author.uses(queues) ? [] : author.make('queue', 1, () => call('asyncio.Queue'));
  },
  phrases: [{ weight: 3, write: sort }],
};

/** Kinds of items. */
const kinds: Readonly<Record<string, (random: Random) => Expression>> = {
  number: (random) => random.pick([0, 1, 2, true, false, 0.5, -1, 2 ** 53, 2 ** 53 + 2]),
  rare: (random) => random.pick<Expression>([1, name('math.inf'), name('math.nan'), -(2 ** 53)]),
  text: (random) => random.pick(['', 'a', 'A', 'ab', 'b', 'é', '10', '9']),
  sequence: (random) => list(several(random, 0, 3, scalar)),
  nested: (random) => list([1, list(several(random, 0, 2, scalar)), scalar(random)]),
  misfit: (random) => random.pick<Expression>([null, 'x', 1, list([]), { dict: {} }]),
};

function scalar(random: Random): Expression {
  return random.pick<Expression>([0, 1, true, 1.5, 'x', null, name('math.nan')]);
}

function several(
  random: Random,
  least: number,
  most: number,
  item: (random: Random) => Expression,
): Expression[] {
  return Array.from({ length: random.between(least, most) }, () => item(random));
}

function sort(place: Place): Block | undefined {
  const { author, random } = place;
  const queue = pickVariable(place, ['queue']);
  if (queue === undefined) return undefined;
  const kind = random.weighted({ number: 3, rare: 1, text: 1, sequence: 3, nested: 2 });
  const items = several(
    random,
    3,
    8,
    kinds[random.chance(0.05) ? 'misfit' : kind] as typeof scalar,
  );
  const label = author.label();
  const attempt = (body: Block): Block => [
    { do: 'try', body, except: [{ error: 'Exception', as: 'e', body: [print(label, name('e'))] }] },
  ];
  return [
    set(queue.name, call('asyncio.PriorityQueue')),
    ...items.flatMap((item) => attempt([evaluate(method(use(queue), 'put_nowait', [item]))])),
    {
      do: 'repeat',
      times: items.length,
      body: attempt([print(label, method(use(queue), 'get_nowait'))]),
    },
  ];
}
