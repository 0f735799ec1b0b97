import { sql } from 'kysely';
import type { Db } from '../../src/store/db.ts';

/** What one writer has put into the lists that are counted. */
export interface Mine {
  appId: number;
  /** Of the writer; nobody else uses what begins with it. */
  name: string;
  users: string[];
  groups: number[];
  rooms: number[];
}

type Action = (tx: Db, mine: Mine) => Promise<unknown>;

const taken = (rows: { number: number }[]) => rows.map(({ number }) => number);

const actions: Action[] = [
  async (tx, mine) => {
    const id = `${mine.name}-${crypto.randomUUID()}`;
    await sql`insert into users (app_id, user_id, created_at, updated_at) values (${mine.appId}, ${id}, 0, 0)`.execute(tx);
    mine.users.push(id);
  },
  async (tx, mine) => {
    const { rows } = await sql<{ number: number }>`
      insert into groups (gid, app_id, group_id, name, max_members, created_at, updated_at)
      select number, ${mine.appId}, ${mine.name} || number, 'x', 3000, 0, 0 from nextval('gids') as number returning gid as number`.execute(
      tx,
    );
    mine.groups.push(...taken(rows));
  },
  async (tx, mine) => {
    const { rows } = await sql<{ number: number }>`
      insert into chatrooms (room_id, app_id, chatroom_id, name, destroy_when, created_at, last_active_at)
      select number, ${mine.appId}, ${mine.name} || number, 'x', 'idle', 0, 0 from nextval('room_ids') as number
      returning room_id as number`.execute(tx);
    mine.rooms.push(...taken(rows));
    await sql`insert into chatroom_members (room_id, app_id, user_id, joined_at)
      select ${rows[0]!.number}, ${mine.appId}, 'm' || i, 0 from generate_series(1, 5) as i`.execute(tx);
  },
  async (tx, mine) =>
    tx
      .deleteFrom('users')
      .where('user_id', '=', mine.users.pop() ?? '')
      .execute(),
  async (tx, mine) =>
    tx
      .deleteFrom('groups')
      .where('gid', '=', mine.groups.pop() ?? 0)
      .execute(),
  async (tx, mine) =>
    tx
      .deleteFrom('chatrooms')
      .where('room_id', '=', mine.rooms.pop() ?? 0)
      .execute(),
];

/** Some changes in one transaction, in an order that the number decides, as it does whether they are taken back. */
export async function listActions(db: Db, mine: Mine, number: number): Promise<void> {
  const before = structuredClone(mine);
  const tx = await db.startTransaction().execute();
  for (let step = 0; step < 5; step++) await actions[(number * 7 + step * (1 + (number % 5))) % actions.length]!(tx, mine);
  if (number % 3 !== 0) return void (await tx.commit().execute());
  await tx.rollback().execute();
  Object.assign(mine, before);
}

export async function undoAll(db: Db, { users, groups, rooms }: Mine): Promise<void> {
  if (users.length > 0) await db.deleteFrom('users').where('user_id', 'in', users).execute();
  if (groups.length > 0) await db.deleteFrom('groups').where('gid', 'in', groups).execute();
  if (rooms.length > 0) await db.deleteFrom('chatrooms').where('room_id', 'in', rooms).execute();
}
