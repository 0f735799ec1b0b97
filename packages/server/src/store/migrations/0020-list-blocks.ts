import { type Kysely, sql } from 'kysely';

/** The lists that pages and totals are asked of: whose a row is, and its place. */
const lists = [
  { table: 'users', owner: 'app_id', position: 'position' },
  { table: 'groups', owner: 'app_id', position: 'gid' },
  { table: 'chatrooms', owner: 'app_id', position: 'room_id' },
  { table: 'chatroom_members', owner: 'room_id', position: 'position' },
];

export async function up(db: Kysely<unknown>): Promise<void> {
  // Rows of a list by blocks of 4096 places. Each connection of the database writes rows of its own, so that no transaction waits
  // for another; a block has as many entries as its rows add up to.
  await sql`
    create table list_blocks (
      list text not null,
      owner bigint not null,
      block bigint not null,
      writer integer not null,
      entries bigint not null,
      primary key (list, owner, block, writer)
    )`.execute(db);
  await createTriggerFunction(db);
  for (const list of lists) await countList(db, list);
}

async function createTriggerFunction(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function count_list_entries() returns trigger language plpgsql as $$
    begin
      execute format(
        'insert into list_blocks (list, owner, block, writer, entries)
        select %L, %I, %I / 4096, pg_backend_pid(), %s count(*) from changed group by 2, 3
        on conflict (list, owner, block, writer) do update set entries = list_blocks.entries + excluded.entries',
        tg_table_name, tg_argv[0], tg_argv[1], case tg_op when 'INSERT' then '+' else '-' end);
      return null;
    end $$`.execute(db);
}

async function countList(db: Kysely<unknown>, { table, owner, position }: (typeof lists)[number]): Promise<void> {
  const [name, ownerColumn, positionColumn] = [sql.table(table), sql.ref(owner), sql.ref(position)];
  await sql`
    insert into list_blocks (list, owner, block, writer, entries)
    select ${sql.lit(table)}, ${ownerColumn}, ${positionColumn} / 4096, 0, count(*) from ${name} group by 2, 3`.execute(db);
  for (const [event, rows] of [
    ['insert', 'new'],
    ['delete', 'old'],
  ] as const) {
    await sql`
      create trigger ${sql.ref(`count_${event}`)} after ${sql.raw(event)} on ${name} referencing ${sql.raw(rows)} table as changed
      for each statement execute function count_list_entries(${sql.lit(owner)}, ${sql.lit(position)})`.execute(db);
  }
}
