import { setTimeout } from 'node:timers/promises';
import type { App } from '../apps.ts';
import { type Word, WordFilter } from './word-filter.ts';

/** An app's words, and the number of the change that made them so. */
export interface WordList {
  version: number;
  words: Word[];
}

interface Built {
  filter: WordFilter;
  version: number;
  /** The next one is not built before, in milliseconds of `performance.now()`. */
  notBefore: number;
}

/** Where the filter of an app comes from. */
export type FilterSource = Pick<WordFilters, 'of'>;

/** Most words in all filters that are kept; the filter used last is always kept. */
const maxWords = 100_000;
/** A filter is built again after so many times what building it took, and at most a second: words that come one by one cost no more. */
const restFactor = 9;
const maxRestMillis = 1000;

/** The filters of all apps, each built when a message needs it and again when the app's words have changed. */
export class WordFilters {
  readonly #read: (appId: number) => Promise<WordList>;
  /** The one used last is the last. */
  readonly #built = new Map<number, Built>();
  readonly #building = new Map<number, Promise<WordFilter>>();

  constructor(read: (appId: number) => Promise<WordList>) {
    this.#read = read;
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
    if (!built || built.version < app.wordsVersion) return undefined;
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
    this.#dropOldest();
    return filter;
  }

  #keep(appId: number, built: Built): void {
    this.#built.delete(appId);
    this.#built.set(appId, built);
  }

  #dropOldest(): void {
    let words = 0;
    for (const [appId, { filter }] of [...this.#built].reverse()) {
      words += filter.size;
      if (words > maxWords && words > filter.size) this.#built.delete(appId);
    }
  }
}
