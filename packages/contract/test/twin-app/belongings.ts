import { sql } from 'kysely';
import type { Db } from '../../../server/src/store/db.ts';

/** Every row of an app by table. */
export type Belongings = Record<string, object[]>;

/** Tables whose rows are not of an app. */
const ofNoApp = ['kysely_migration', 'kysely_migration_lock'];

/** What a column that names no app names instead; its row is of that one's app. */
const owners: Record<string, string> = {
  gid: 'select gid from groups where app_id = $app',
  room_id: 'select room_id from chatrooms where app_id = $app',
  conversation_id: 'select id from conversations where app_id = $app',
  message_id: 'select id from messages where app_id = $app',
  task_id: 'select id from push_tasks where app_id = $app',
};

/** Counts of a list are of an app or of a chatroom, and are kept in several rows. */
const counts = `
  select list, owner, block, sum(entries) as entries from list_blocks
  where case list when 'chatroom_members' then owner in (${owners.room_id}) else owner = $app end group by 1, 2, 3`;

const ownQueries: Record<string, string> = { apps: 'select * from apps where id = $app', list_blocks: counts };

/** One query for each table that the database has by now, whatever it is; `$app` stands for the app. Fails for a table that names no app. */
export async function queriesOf(db: Db): Promise<Map<string, string>> {
  const { rows } = await sql<{ table: string; columns: string[] }>`
    select table_name as table, array_agg(column_name::text) as columns
    from information_schema.columns join information_schema.tables using (table_schema, table_name)
    where table_schema = 'public' and table_type = 'BASE TABLE' group by 1 order by 1`.execute(db);
  const tables = rows.filter(({ table }) => !ofNoApp.includes(table));
  return new Map(tables.map(({ table, columns }) => [table, ownQueries[table] ?? queryOf(table, columns)]));
}

function queryOf(table: string, columns: string[]): string {
  const ways = columns.flatMap((column) => {
    if (/(^|_)app_id$/.test(column) || column === 'trusted_id') return [`${column} = $app`];
    return column in owners ? [`${column} in (${owners[column]})`] : [];
  });
  if (ways.length === 0) throw new Error(`of whom the rows of ${table} are is not known: say so in twin-app/belongings.ts`);
  return `select * from ${table} where ${ways.join(' or ')}`;
}

/** In one statement. */
export async function belongingsOf(db: Db, queries: Map<string, string>, appId: number): Promise<Belongings> {
  const parts = [...queries].map(
    ([table, query]) => `select '${table}' as table, to_jsonb(row) as row from (${query.replaceAll('$app', String(appId))}) as row`,
  );
  const { rows } = await sql.raw<{ table: string; row: object }>(`${parts.join(' union all ')} order by 1, 2`).execute(db);
  const byTable = Map.groupBy(rows, ({ table }) => table);
  return Object.fromEntries([...queries.keys()].map((table) => [table, (byTable.get(table) ?? []).map(({ row }) => row)]));
}
