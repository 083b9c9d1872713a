/**
 * A list that its items link themselves: each knows its neighbours, so that whatever joins and
 * leaves all the time, as tasks do, costs neither a hash nor memory of its own.
 *
 * An item can be in one list of a kind at a time, and only that list may be asked to drop it.
 */

/** What an item of a list carries. */
export interface Linked<T> {
  /** @internal */
  before: T | undefined;
  /** @internal */
  after: T | undefined;
}

/** The items in the order in which they were added. */
export class LinkedList<T extends Linked<T>> implements Iterable<T> {
  size = 0;
  private first: T | undefined;
  private last: T | undefined;

  add(item: T): void {
    const { last } = this;
    item.before = last;
    if (last === undefined) this.first = item;
    else last.after = item;
    this.last = item;
    this.size += 1;
  }

  /** Tell whether an item, which can be in no other list of the kind, is in this one. */
  has(item: T): boolean {
    return item.before !== undefined || this.first === item;
  }

  /** Drop an item that may have left already. */
  delete(item: T): void {
    if (!this.has(item)) return;
    const { before, after } = item;
    if (before === undefined) this.first = after;
    else before.after = after;
    if (after === undefined) this.last = before;
    else after.before = before;
    item.before = undefined;
    item.after = undefined;
    this.size -= 1;
  }

  clear(): void {
    for (const item of this) this.delete(item);
  }

  /** Walk the items that are in it now, whatever joins or leaves meanwhile. */
  [Symbol.iterator](): Iterator<T> {
    const items: T[] = [];
    for (let item = this.first; item !== undefined; item = item.after) items.push(item);
    return items.values();
  }
}
