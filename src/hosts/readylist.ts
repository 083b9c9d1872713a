/**
 * Which sockets are ready, in the order in which Linux's epoll tells of them.
 *
 * What becomes ready while somebody asks for it goes to the end of the list, and keeps its place
 * whatever else happens to it. When the list is told it is gone through once: what is ready still is
 * told of and goes to the end again, before all that happens next; the rest leaves the list. So who was
 * told of last time comes before those that became ready since.
 */

/** Something that can be ready: a socket, or a listener. */
export interface Pollable {
  /** Whether it is ready for what is asked of it. */
  readonly isReady: boolean;
  /** Tell whoever asked. */
  tell(): void;
}

export class ReadyList {
  readonly #items = new Set<Pollable>();

  /** Whether there is anything to look at. */
  get isEmpty(): boolean {
    return this.#items.size === 0;
  }

  /** Take note that something is ready, or may be. */
  add(item: Pollable): void {
    this.#items.add(item);
  }

  /** Take note that nobody asks any more. */
  delete(item: Pollable): void {
    this.#items.delete(item);
  }

  /** Whether there is anything to tell of. */
  get hasReady(): boolean {
    for (const item of this.#items) if (item.isReady) return true;
    return false;
  }

  /** Tell of what is ready. */
  tell(): void {
    for (const item of [...this.#items]) {
      this.#items.delete(item);
      if (!item.isReady) continue;
      this.#items.add(item);
      item.tell();
    }
  }
}
