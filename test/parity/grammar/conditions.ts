/**
 * Conditions, some of which share a lock with each other or with whoever uses the lock itself.
 */
import { awaited, call, evaluate, method, name, print } from '../build.js';
import type { Block, Expression } from '../program.js';
import type { Author } from './author.js';
import { type Contention, contending } from './contention.js';
import type { Feature } from './feature.js';
import { locks } from './locks.js';
import { asking, awaiting, calling, entering, replacing, showing } from './methods.js';
import { type Leveled, type Place, pickVariable, use } from './place.js';
import { racing } from './races.js';
import { eager } from './tasks.js';

const contention: Contention = {
  kind: 'condition',
  prepare: (condition) => [evaluate(awaited(method(condition, 'acquire')))],
  wait: (_, condition) => method(condition, 'wait'),
  give: (place, condition) => [
    evaluate(awaited(method(condition, 'acquire'))),
    evaluate(notification(place, condition)),
    evaluate(method(condition, 'release')),
  ],
};

export const conditions: Feature = {
  name: 'conditions',
  probability: 0.2,
  declare: (author) => author.make('condition', 2, make),
  phrases: [
    { weight: 4, write: contending(contention) },
    { weight: 3, write: waitInside },
    { weight: 4, isPlain: true, write: racing(notify) },
    { weight: 2, write: racing(notifyInside) },
    { weight: 2, isPlain: true, write: racing(calling('condition', 'release')) },
    { weight: 1, isPlain: true, isSafe: true, write: asking('condition', ['locked']) },
    { weight: 1, isPlain: true, isSafe: true, write: showing('condition') },
    { weight: 0.2, isPlain: true, isSafe: true, write: replacing('condition', make) },
  ],
  awaitables: [
    { weight: 2, isCoroutine: true, write: awaiting('condition', 'acquire') },
    { weight: 3, isCoroutine: true, write: awaiting('condition', 'wait') },
    { weight: 1, isCoroutine: true, write: waitFor },
  ],
  managers: [{ weight: 6, write: entering('condition') }],
};

function make(author: Author): Expression {
  const sharesLock = author.uses(locks) && author.random.chance(0.4);
  return call('asyncio.Condition', sharesLock ? [name('lock0')] : []);
}

function waitFor(place: Place): Leveled | undefined {
  // A callback may make a task, and an eager one may come here again, without end.
  if (place.author.uses(eager)) return undefined;
  const predicate = name(place.random.pick(place.author.callbacks));
  return awaiting('condition', 'wait_for', () => [predicate])(place);
}

function notification({ random }: Place, condition: Expression): Expression {
  if (random.chance(0.4)) return method(condition, 'notify_all');
  return method(condition, 'notify', random.chance(0.5) ? [random.between(0, 2)] : []);
}

function notify(place: Place): Block | undefined {
  const condition = pickVariable(place, ['condition']);
  return condition && [evaluate(notification(place, use(condition)))];
}

function notifyInside(place: Place): Block | undefined {
  const found = pickVariable(place, ['condition']);
  if (found === undefined) return undefined;
  const condition = use(found);
  const body = [evaluate(notification(place, condition))];
  return [{ do: 'async with', manager: condition, body }];
}

function waitInside(place: Place): Block | undefined {
  const found = pickVariable(place, ['condition']);
  if (found === undefined) return undefined;
  const waited = awaited(method(use(found), 'wait'));
  const body = [print(place.author.label(), waited)];
  return [{ do: 'async with', manager: use(found), body }];
}
