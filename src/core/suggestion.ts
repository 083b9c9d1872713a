/**
 * The name that was meant by one that there is not: CPython's own measure, so that it suggests the same.
 * To insert, to leave out or to replace a letter is a move, and to change its case half of one; a move
 * for every three letters of both names is the most that is forgiven.
 */

const MOVE = 2;

/** Return the nearest of the names; `undefined` when none is near. */
export function suggestionFor(wrong: string, names: readonly string[]): string | undefined {
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const name of names) {
    const most = Math.floor(((wrong.length + name.length + 3) * MOVE) / 6);
    const distance = distanceBetween(wrong, name);
    if (distance > most || distance >= least) continue;
    best = name;
    least = distance;
  }
  return best;
}

function distanceBetween(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at * MOVE);
  for (const [line, letter] of Array.from(one).entries()) {
    let left = (line + 1) * MOVE;
    let diagonal = line * MOVE;
    row = row.map((above, at) => {
      if (at === 0) return left;
      const replaced = diagonal + replacing(letter, other[at - 1] ?? '');
      diagonal = above;
      left = Math.min(left + MOVE, above + MOVE, replaced);
      return left;
    });
  }
  return row[other.length] ?? 0;
}

function replacing(one: string, other: string): number {
  if (one === other) return 0;
  return one.toLowerCase() === other.toLowerCase() ? MOVE / 2 : MOVE;
}
