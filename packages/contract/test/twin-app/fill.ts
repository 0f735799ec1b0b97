import type { Db } from '../../../server/src/store/db.ts';
import type { Filling, Rows } from './filling.ts';
import { rowsOfChatrooms } from './rows-of-chatrooms.ts';
import { rowsOfConversationSettings, rowsOfGroups } from './rows-of-groups.ts';
import { conversationsOf, rowsBesideMessages, rowsOfMessages } from './rows-of-messages.ts';
import { pushTaskOf, rowsOfPushes } from './rows-of-pushes.ts';
import { rowsOfRelations, rowsOfUsers } from './rows-of-users.ts';

/** Gives the app its rows, in every table. */
export async function fill(db: Db, filling: Filling): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await insert(tx, rowsOfUsers(filling));
    await insert(tx, rowsOfRelations(filling));
    await insert(tx, rowsOfGroups(filling));
    await insert(tx, rowsOfConversationSettings(filling));
    await insert(tx, rowsOfChatrooms(filling));
    await insert(tx, rowsBesideMessages(filling));
    const conversations = await tx.insertInto('conversations').values(conversationsOf(filling)).returning('id').execute();
    const conversationIds = conversations.map(({ id }) => id);
    await insert(tx, rowsOfMessages(filling, conversationIds));
    await tx.updateTable('apps').set({ last_broadcast: 2 }).where('id', '=', filling.appId).execute();
    const task = await tx.insertInto('push_tasks').values(pushTaskOf(filling)).returning('id').executeTakeFirstOrThrow();
    await insert(tx, rowsOfPushes(filling, task.id));
  });
}

async function insert(db: Db, rows: Rows): Promise<void> {
  for (const [table, values] of Object.entries(rows))
    await db
      .insertInto(table as never)
      .values(values as never)
      .execute();
}
