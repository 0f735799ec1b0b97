import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  // Who is writing ends first, and nobody begins before this is committed.
  await sql`lock table list_blocks in exclusive mode`.execute(db);
  await sql`
    create temporary table totals on commit drop as
    select list, owner, block, sum(entries) as entries from list_blocks group by 1, 2, 3 having sum(entries) <> 0`.execute(db);
  await sql`delete from list_blocks`.execute(db);
  await sql`insert into list_blocks (list, owner, block, writer, entries) select list, owner, block, 0, entries from totals`.execute(db);
  await sql`create index list_blocks_by_writer on list_blocks (writer) where writer > 0`.execute(db);
  await createWriterFunction(db);
  await createTriggerFunction(db);
}

/**
 * The number under which a transaction writes its rows: the least of 1 to 32 that nobody else uses now, else one made of the connection's.
 * The number is the transaction's until it ends, so that no two of them ever write one row. Writers try and never wait; 0 is for sums.
 */
async function createWriterFunction(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function list_block_writer() returns integer language plpgsql as $$
    declare
      writer integer;
    begin
      for slot in 1..32 loop
        if pg_try_advisory_xact_lock(hashtext('list blocks'), slot) then return slot; end if;
      end loop;
      -- Connections have numbers up to 2^22; the next one is tried while a sweep has this.
      writer := 32 + pg_backend_pid();
      while not pg_try_advisory_xact_lock(hashtext('list blocks'), writer) loop writer := writer + 4194304; end loop;
      return writer;
    end $$`.execute(db);
}

async function createTriggerFunction(db: Kysely<unknown>): Promise<void> {
  await sql`
    create or replace function count_list_entries() returns trigger language plpgsql as $$
    begin
      execute format(
        'insert into list_blocks (list, owner, block, writer, entries)
        select %L, %I, %I / 4096, %s, %s count(*) from changed group by 2, 3
        on conflict (list, owner, block, writer) do update set entries = list_blocks.entries + excluded.entries',
        tg_table_name, tg_argv[0], tg_argv[1], list_block_writer(), case tg_op when 'INSERT' then '+' else '-' end);
      return null;
    end $$`.execute(db);
}
