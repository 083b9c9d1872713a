/**
 * A part of all the work, for a machine of a CI matrix to do: `2/5` is the second of five parts.
 *
 * A part is a stretch of the whole, in order, so that the parts one after the other are the whole.
 */

/** Which part it is, counted from 1, and of how many. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/** Read a shard as it is typed, `2/5`; `undefined` when it is none. */
export function parseShard(text: string): Shard | undefined {
  const [, index, count] = /^([1-9]\d{0,5})\/([1-9]\d{0,5})$/.exec(text) ?? [];
  const shard = { index: Number(index), count: Number(count) };
  return shard.index <= shard.count ? shard : undefined;
}

/** Return the items of a shard; none when there are fewer items than shards. */
export function shardOf<T>(items: readonly T[], { index, count }: Shard): T[] {
  const boundary = (part: number) => Math.floor((items.length * part) / count);
  return items.slice(boundary(index - 1), boundary(index));
}
