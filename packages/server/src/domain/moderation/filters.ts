import { setTimeout } from 'node:timers/promises';
import type { App } from '../apps.ts';
import { type Word, WordFilter } from './word-filter.ts';

/** An app's words, and the number of the change that made them so. */
export interface WordList {
  version: number;
  words: Word[];
}

interface Built {
  /** Undefined when others needed its room. */
  filter: WordFilter | undefined;
  version: number;
  /** The next one is not built before, in milliseconds of `performance.now()`. */
  notBefore: number;
}

/** Where the filter of an app comes from. */
export type FilterSource = Pick<WordFilters, 'of'>;

/** Words in all filters that are kept, some 200 bytes each; the filter built last is always kept. */
const defaultMost = 500_000;
/** A filter is built again after so many times what building it took, and at most a second: words that come one by one cost no more. */
const restFactor = 9;
const maxRestMillis = 1000;

/** The filters of all apps, each built when a message needs it and again when the app's words have changed. */
export class WordFilters {
  readonly #read: (appId: number) => Promise<WordList>;
  readonly #most: number;
  /** The one used last is the last. */
  readonly #built = new Map<number, Built>();
  readonly #building = new Map<number, Promise<WordFilter>>();

  constructor(read: (appId: number) => Promise<WordList>, { most = defaultMost }: { most?: number } = {}) {
    this.#read = read;
    this.#most = most;
  }

  /** A filter with at least the changes that the app is known to have. */
  async of(app: App): Promise<WordFilter> {
    const known = this.#current(app);
    if (known) return known;
    // It may have read the words before the last change; one that begins from now on has not.
    await this.#building.get(app.id);
    return this.#current(app) ?? this.#building.get(app.id) ?? this.#build(app.id);
  }

  #current(app: App): WordFilter | undefined {
    const built = this.#built.get(app.id);
    if (!built?.filter || built.version < app.wordsVersion) return undefined;
    this.#keep(app.id, built);
    return built.filter;
  }

  #build(appId: number): Promise<WordFilter> {
    const building = this.#readAndBuild(appId).finally(() => this.#building.delete(appId));
    this.#building.set(appId, building);
    return building;
  }

  async #readAndBuild(appId: number): Promise<WordFilter> {
    const rest = (this.#built.get(appId)?.notBefore ?? 0) - performance.now();
    if (rest > 0) await setTimeout(Math.ceil(rest));
    const started = performance.now();
    const { version, words } = await this.#read(appId);
    const filter = new WordFilter(words);
    const ended = performance.now();
    const notBefore = ended + Math.min((ended - started) * restFactor, maxRestMillis);
    this.#keep(appId, { filter, version, notBefore });
    this.#makeRoomBeside(appId);
    return filter;
  }

  #keep(appId: number, built: Built): void {
    this.#built.delete(appId);
    this.#built.set(appId, built);
  }

  /** The largest goes, of several the one used longest ago: an app with many words is not to have those of others built all the time. */
  #makeRoomBeside(appId: number): void {
    const sizeOf = ({ filter }: Built) => filter?.size ?? 0;
    let words = this.#built.values().reduce((sum, built) => sum + sizeOf(built), 0);
    const others = [...this.#built].filter(([id]) => id !== appId).map(([, built]) => built);
    for (const built of others.toSorted((one, other) => sizeOf(other) - sizeOf(one))) {
      if (words <= this.#most) return;
      words -= sizeOf(built);
      built.filter = undefined;
    }
  }
}
