/**
 * Contention: several tasks wait for the same thing; at one instant some of it is handed out and one
 * of them is cancelled.
 */
import { call, evaluate, method, print, set, sleep } from '../build.js';
import type { Block, Expression } from '../program.js';
import type { Kind } from './author.js';
import { type Place, pickVariable, use } from './place.js';

/** How tasks contend for a thing of some kind. */
export interface Contention {
  readonly kind: Kind;
  /** Call what a task is to wait in. */
  wait(place: Place, thing: Expression): Expression;
  /** Hand something out. */
  give(place: Place, thing: Expression): Block;
  /** What has to be done before each task begins to wait. */
  prepare?(thing: Expression): Block;
}

/** Write a contention for one of the variables of its kind. */
export function contending({ kind, wait, give, prepare }: Contention) {
  return (place: Place): Block | undefined => {
    const { author, random } = place;
    const found = pickVariable(place, [kind]);
    const tasks = author.variables.filter((it) => it.kind === 'task' && it.level > place.level);
    if (found === undefined || tasks.length === 0) return undefined;
    const thing = use(found);
    const waiters = random.sample(tasks, 3);
    const pause = () => evaluate(sleep(random.chance(0.5) ? 0 : author.delay()));
    const giveOrNot = () => (random.chance(0.6) ? give(place, thing) : []);
    // The first is the one that is handed something.
    const cancelled = use(random.pick(random.chance(0.4) ? waiters.slice(0, 1) : waiters));
    return [
      ...waiters.flatMap((task) => [
        ...(prepare?.(thing) ?? []),
        set(task.name, call('asyncio.create_task', [wait(place, thing)])),
        ...(prepare || random.chance(0.3) ? [pause()] : []),
      ]),
      pause(),
      ...giveOrNot(),
      ...give(place, thing),
      evaluate(method(cancelled, 'cancel')),
      ...giveOrNot(),
      ...(random.chance(0.5) ? [pause(), ...giveOrNot()] : []),
      pause(),
      print(author.label(), ...waiters.map((task) => method(use(task), 'done'))),
      print(author.label(), call('str', [thing])),
    ];
  };
}
