/** Copies of messages, and text in UTF-16 units. */
export interface Weight {
  copies: number;
  text: number;
}

interface Weighed {
  appId: number;
  weight: Weight;
}

/** What may wait at a time. A burst of thousands of callers fits; more than this would wait for longer than they want to. */
const room: Weight = { copies: 40_000, text: 64 * 1024 * 1024 };
/** What may wait of one app: no app can take all the room. */
const share: Weight = { copies: room.copies / 2, text: room.text / 2 };

/** A queue with a bound, in the order of coming. What is larger than a share enters while nothing of its app waits. */
export class WaitingRoom<Item extends Weighed> {
  #items: Item[] = [];
  readonly #all: Weight = { copies: 0, text: 0 };
  readonly #byApp = new Map<number, Weight>();

  get size(): number {
    return this.#items.length;
  }

  /** Returns false when there is no room. */
  enter(item: Item): boolean {
    const own = this.#byApp.get(item.appId) ?? { copies: 0, text: 0 };
    const alone = own.copies === 0;
    add(own, item.weight);
    add(this.#all, item.weight);
    this.#byApp.set(item.appId, own);
    const enters = alone || (fits(own, share) && fits(this.#all, room));
    if (enters) this.#items.push(item);
    else this.#forget(item);
    return enters;
  }

  /** The first ones, as many as weigh no more than `most` together, but at least one; all when it is left out. */
  leave(most?: Weight): Item[] {
    const taken: Weight = { copies: 0, text: 0 };
    const end = this.#items.findIndex(({ weight }, index) => {
      add(taken, weight);
      return index > 0 && most && !fits(taken, most);
    });
    const items = this.#items.splice(0, end === -1 ? this.#items.length : end);
    for (const item of items) this.#forget(item);
    return items;
  }

  #forget({ appId, weight }: Item): void {
    const gone = { copies: -weight.copies, text: -weight.text };
    const own = this.#byApp.get(appId)!;
    add(this.#all, gone);
    add(own, gone);
    if (own.copies === 0) this.#byApp.delete(appId);
  }
}

function fits(held: Weight, most: Weight): boolean {
  return held.copies <= most.copies && held.text <= most.text;
}

function add(held: Weight, { copies, text }: Weight): void {
  held.copies += copies;
  held.text += text;
}
