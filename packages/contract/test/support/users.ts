import { insertNewUsers, type NewUser } from '../../../server/src/store/users.ts';
import type { TestServer } from './server.ts';

/** Registers users without the cost of a password each. */
export async function insertUsers(on: TestServer, ...userIds: string[]): Promise<void> {
  const at = on.clock.now();
  const row = (user_id: string): NewUser => ({ app_id: on.app.id, user_id, created_at: at, updated_at: at });
  await insertNewUsers(on.ctx.db, userIds.map(row));
}

/** `u0`, `u1`, … */
export function ids(prefix: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `${prefix}${index}`);
}
