import { sql } from 'kysely';

/** A user or a group by its id and its app: the same id in two apps is two things. */
export interface ScopedId<Id extends string | number = string> {
  appId: number;
  id: Id;
}

/** With the numeric id of the same thing. */
export interface Numbered extends ScopedId {
  number: number;
}

/** The ids as those of one app. */
export function inApp<Id extends string | number>(appId: number, ids: readonly Id[]): ScopedId<Id>[] {
  return ids.map((id) => ({ appId, id }));
}

/** Of a row about a user. */
export function userOf(row: { app_id: number; user_id: string }): ScopedId {
  return { appId: row.app_id, id: row.user_id };
}

/** The ids as a table `t(app_id, id, ord)` of a statement; `ord` counts them in the order given. */
export function tableOf(ids: readonly ScopedId[]) {
  return sql`unnest(${ids.map(({ appId }) => appId)}::int[], ${ids.map(({ id }) => id)}::text[]) with ordinality as t(app_id, id, ord)`;
}

/** Values found by a scoped id. */
export class ScopedMap<Value> {
  readonly #values: Map<string, Value>;

  constructor(values: readonly Value[], idOf: (value: Value) => ScopedId<string | number>) {
    this.#values = new Map(values.map((value) => [textOf(idOf(value)), value]));
  }

  get size(): number {
    return this.#values.size;
  }

  has(id: ScopedId<string | number>): boolean {
    return this.#values.has(textOf(id));
  }

  get(id: ScopedId<string | number>): Value | undefined {
    return this.#values.get(textOf(id));
  }

  values(): Value[] {
    return [...this.#values.values()];
  }
}

function textOf({ appId, id }: ScopedId<string | number>): string {
  return `${appId} ${id}`;
}
