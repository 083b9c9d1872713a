/**
 * Futures, completed by hand and looked at too early, and their callbacks.
 */
import { call, evaluate, loopCall, method, print, set, when } from '../build.js';
import type { Block, Expression } from '../program.js';
import type { Feature } from './feature.js';
import { type Place, pickVariable, use } from './place.js';

export const futures: Feature = {
  name: 'futures',
  probability: 0.7,
  declare(author) {
    author.declare('future', author.random.between(1, 3));
    return [];
  },
  phrases: [
    { weight: 6, isPlain: true, write: complete },
    { weight: 1, isPlain: true, write: ask },
    { weight: 3, isPlain: true, write: addCallback },
    { weight: 1, isPlain: true, write: removeCallback },
    { weight: 1, isPlain: true, write: anew },
  ],
};

function complete(place: Place): Block | undefined {
  const { author, random } = place;
  const future = pickVariable(place, random.chance(0.1) ? ['gathering'] : ['future']);
  if (future === undefined) return undefined;
  const completed = evaluate(completion(place, use(future)));
  if (random.chance(0.5)) return [completed];
  return [
    {
      do: 'if',
      test: method(use(future), 'done'),
      body: [print(author.label())],
      else: [completed],
    },
  ];
}

function completion({ author, random }: Place, future: Expression): Expression {
  switch (random.weighted({ set_result: 5, set_exception: 3, cancel: 2 })) {
    case 'set_result':
      return method(future, 'set_result', [random.pick([1, 'done', null])]);
    case 'set_exception':
      return method(future, 'set_exception', [author.error()]);
    default:
      return method(future, 'cancel', random.chance(0.5) ? [author.text()] : []);
  }
}

function ask(place: Place): Block | undefined {
  const future = pickVariable(place, ['future']);
  if (future === undefined) return undefined;
  const question = place.random.pick(['done', 'cancelled', 'result', 'exception']);
  return [print(place.author.label(), method(use(future), question))];
}

function addCallback(place: Place): Block | undefined {
  const { author, random } = place;
  const future = pickVariable(place, ['task', 'future', 'gathering']);
  if (future === undefined) return undefined;
  const options = random.chance(0.2) ? { context: call('contextvars.copy_context') } : undefined;
  const callback = { name: random.pick(author.callbacks) };
  return [evaluate(method(use(future), 'add_done_callback', [callback], options))];
}

function removeCallback(place: Place): Block | undefined {
  const { author, random } = place;
  const future = pickVariable(place, ['task', 'future', 'gathering']);
  if (future === undefined) return undefined;
  const callback = { name: random.pick(author.callbacks) };
  return [print(author.label(), method(use(future), 'remove_done_callback', [callback]))];
}

function anew(place: Place): Block | undefined {
  const future = pickVariable(place, ['future']);
  if (future === undefined) return undefined;
  return [when(method(use(future), 'done'), [set(future.name, loopCall('create_future'))])];
}
