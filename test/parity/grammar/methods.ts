/**
 * What can be done with any object: calling its methods, awaiting them, showing it, replacing it.
 *
 * The features of locks and queues are put together from these.
 */
import { call, evaluate, method, print, set } from '../build.js';
import type { Block, Expression } from '../program.js';
import type { Author, Kind } from './author.js';
import { type Leveled, type Place, pickVariable, use } from './place.js';

type Args = (author: Author) => readonly Expression[];

const nothing: Args = () => [];

/** Call a method of a variable of a kind. */
export function calling(kind: Kind, name: string, args = nothing) {
  return (place: Place): Block | undefined => {
    const found = pickVariable(place, [kind]);
    return found && [evaluate(method(use(found), name, args(place.author)))];
  };
}

/** Call one of the methods of a variable of a kind, and print what it gives. */
export function asking(kind: Kind, names: readonly string[]) {
  return (place: Place): Block | undefined => {
    const found = pickVariable(place, [kind]);
    const name = place.random.pick(names);
    return found && [print(place.author.label(), method(use(found), name))];
  };
}

/** Print an attribute of a variable of a kind. */
export function reading(kind: Kind, names: readonly string[]) {
  return (place: Place): Block | undefined => {
    const found = pickVariable(place, [kind]);
    const name = place.random.pick(names);
    return found && [print(place.author.label(), { get: name, of: use(found) })];
  };
}

/** Print a variable of a kind as it describes itself. */
export function showing(kind: Kind) {
  return (place: Place): Block | undefined => {
    const found = pickVariable(place, [kind]);
    return found && [print(place.author.label(), call('str', [use(found)]))];
  };
}

/** Await a method of a variable of a kind. */
export function awaiting(kind: Kind, name: string, args = nothing) {
  return (place: Place): Leveled | undefined => {
    const found = pickVariable(place, [kind]);
    if (found === undefined) return undefined;
    const value = method(use(found), name, args(place.author));
    return { value, level: Number.POSITIVE_INFINITY };
  };
}

/** Put a new object into a variable of a kind, whoever waits for the one that was there. */
export function replacing(kind: Kind, value: (author: Author) => Expression) {
  return (place: Place): Block | undefined => {
    const found = pickVariable(place, [kind]);
    return found && [set(found.name, value(place.author))];
  };
}

/** Put a block into a variable of a kind. */
export function entering(kind: Kind) {
  return (place: Place): Expression | undefined => {
    const found = pickVariable(place, [kind], 'await');
    return found && use(found);
  };
}
