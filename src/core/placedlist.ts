/**
 * A list whose items know their places, so that whatever joins and leaves all the time, as tasks do,
 * costs neither a hash nor a search.
 *
 * An item that leaves leaves a gap, and gaps are closed when they are most of the list. Items that
 * linked one another would cost more: each that leaves then changes two others, which a garbage
 * collector has to note.
 *
 * An item can be in one list of a kind at a time, and only that list may be asked to drop it.
 */

/** What an item of a list carries. */
export interface Placed {
  /** @internal Where it stands; `NOWHERE` when it is in no list. */
  place: number;
}

/** The place of what is in no list: a number, so that V8 keeps the place as one. */
export const NOWHERE = -1;

/** So many gaps are left alone. */
const FEW = 64;

/** The items in the order in which they were added. */
export class PlacedList<T extends Placed> implements Iterable<T> {
  size = 0;
  private items: (T | undefined)[] = [];

  add(item: T): void {
    item.place = this.items.length;
    this.items.push(item);
    this.size += 1;
  }

  /** Drop an item that may have left already. */
  delete(item: T): void {
    const { place } = item;
    if (place === NOWHERE) return;
    item.place = NOWHERE;
    this.items[place] = undefined;
    this.size -= 1;
    if (this.items.length > FEW + 2 * this.size) this.closeGaps();
  }

  clear(): void {
    for (const item of this) this.delete(item);
  }

  /** Walk the items that are in it now, whatever joins or leaves meanwhile. */
  [Symbol.iterator](): Iterator<T> {
    return this.present().values();
  }

  private closeGaps(): void {
    const items = this.present();
    items.forEach((item, place) => {
      item.place = place;
    });
    this.items = items;
  }

  private present(): T[] {
    return this.items.filter((item) => item !== undefined);
  }
}
