import type { Ctx } from '../context.ts';
import { type NumberKind, takeNumber } from '../store/numbers.ts';

/**
 * Inserts under a number that is free as a text id too; `insert` gives undefined when somebody else was faster. Callers may have
 * chosen a run of numbers as text ids: ever longer steps leave it behind soon.
 */
export async function insertNumbered<Row>(ctx: Ctx, kind: NumberKind, insert: (number: number) => Promise<Row | undefined>): Promise<Row> {
  for (let count = 1; ; count *= 2) {
    const number = await takeNumber(ctx.db, kind, { appId: ctx.app.id, count });
    const row = number === undefined ? undefined : await insert(number);
    if (row) return row;
  }
}
