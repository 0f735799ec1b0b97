import { sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { type Db, withoutHurry } from './db.ts';
import { jobSchema, jobSchemaVersion, migrateJobQueue } from './job-queue.ts';
import * as appsAndUsers from './migrations/0001-apps-and-users.ts';
import * as groups from './migrations/0002-groups.ts';
import * as messages from './migrations/0003-messages.ts';
import * as chatrooms from './migrations/0004-chatrooms.ts';
import * as idempotency from './migrations/0005-idempotency.ts';
import * as groupMutes from './migrations/0006-group-mutes.ts';
import * as allowlists from './migrations/0007-allowlists.ts';
import * as conversationSettings from './migrations/0008-conversation-settings.ts';
import * as pushSettings from './migrations/0009-push-settings.ts';
import * as chatroomLists from './migrations/0010-chatroom-lists.ts';
import * as chatroomAttributes from './migrations/0011-chatroom-attributes.ts';
import * as messageRandoms from './migrations/0012-message-randoms.ts';
import * as messageHistory from './migrations/0013-message-history.ts';
import * as broadcastsAndPushes from './migrations/0014-broadcasts-and-pushes.ts';
import * as sensitiveWords from './migrations/0015-sensitive-words.ts';
import * as media from './migrations/0017-media.ts';
import * as ownedChatrooms from './migrations/0018-owned-chatrooms.ts';
import * as crossApp from './migrations/0019-cross-app.ts';
import * as listBlocks from './migrations/0020-list-blocks.ts';
import * as messagesBetweenApps from './migrations/0021-messages-between-apps.ts';
import * as sharedDoNotDisturb from './migrations/0022-shared-do-not-disturb.ts';
import * as listBlockSlots from './migrations/0023-list-block-slots.ts';
import * as keptAnswers from './migrations/0024-kept-answers.ts';
import * as expectedChatrooms from './migrations/0027-expected-chatrooms.ts';
import { isOutage } from './outage.ts';

const migrations: Record<string, Migration> = {
  '0001-apps-and-users': appsAndUsers,
  '0002-groups': groups,
  '0003-messages': messages,
  '0004-chatrooms': chatrooms,
  '0005-idempotency': idempotency,
  '0006-group-mutes': groupMutes,
  '0007-allowlists': allowlists,
  '0008-conversation-settings': conversationSettings,
  '0009-push-settings': pushSettings,
  '0010-chatroom-lists': chatroomLists,
  '0011-chatroom-attributes': chatroomAttributes,
  '0012-message-randoms': messageRandoms,
  '0013-message-history': messageHistory,
  '0014-broadcasts-and-pushes': broadcastsAndPushes,
  '0015-sensitive-words': sensitiveWords,
  '0017-media': media,
  '0018-owned-chatrooms': ownedChatrooms,
  '0019-cross-app': crossApp,
  '0020-list-blocks': listBlocks,
  '0021-messages-between-apps': messagesBetweenApps,
  '0022-shared-do-not-disturb': sharedDoNotDisturb,
  '0023-list-block-slots': listBlockSlots,
  '0024-kept-answers': keptAnswers,
  '0027-expected-chatrooms': expectedChatrooms,
};

/** The job queue has tables of its own, and migrations of its own. */
const jobQueue = `job-queue-${jobSchemaVersion}`;

/** Brings the database to the newest schema and returns the names of the migrations that ran. Several nodes may call it at once. */
export async function migrate(db: Db): Promise<string[]> {
  const done = await findDone(db);
  if (done.join() === [...Object.keys(migrations), jobQueue].join()) return [];
  // On large tables a step may take minutes, and who starts meanwhile waits for it.
  return withoutHurry(db, (patient) => migrateAll(patient, done));
}

async function migrateAll(db: Db, done: string[]): Promise<string[]> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error, results = [] } = await migrator.migrateToLatest();
  if (error) throw error;
  const ran = results.map((result) => result.migrationName);
  if (done.includes(jobQueue)) return ran;
  await migrateJobQueue(db);
  return [...ran, jobQueue];
}

/** What has run; nothing while tables are missing. The migrator reads the whole catalog for that, which is most of the time of a start. */
async function findDone(db: Db): Promise<string[]> {
  try {
    const { rows } = await sql<{ name: string }>`
      select name from kysely_migration
      union all select 'job-queue-' || version from ${sql.table(`${jobSchema}.version`)} order by name`.execute(db);
    return rows.map(({ name }) => name);
  } catch (error) {
    if (isOutage(error)) throw error;
    return [];
  }
}
