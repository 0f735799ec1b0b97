import type { Ctx } from '../../context.ts';
import { findMemberships } from '../../store/group-members.ts';
import { findGroups } from '../../store/groups.ts';
import { switchLevels, unswitchLevels } from '../../store/notification-levels.ts';
import { type ScopedId, ScopedMap } from '../../store/scoped-ids.ts';
import { inTransaction } from '../../store/transaction.ts';
import { setUserStates } from '../../store/user-states.ts';
import { requireEach } from '../errors.ts';
import { conversationKinds } from '../messages/conversation.ts';
import { silentLevel } from '../push/levels.ts';
import { type AppPart, reachApps } from '../trusts/reach.ts';
import { lockRegisteredIn, requireKnown } from './registered.ts';

interface Lists<Id> {
  add: Id[];
  remove: Id[];
}

/** Users and groups of one app. */
export interface QuietTargets extends AppPart {
  users: Lists<string>;
  /** By gid. */
  groups: Lists<number>;
}

export interface QuietChange {
  targets: QuietTargets[];
  /** Do-not-disturb for everything; undefined leaves it. */
  everything?: boolean | undefined;
}

/**
 * Changes what brings the user no notification: all of it, or nothing. Fails with `app-not-trusted`, `user-unknown`,
 * `quiet-user-exists`, `quiet-user-unknown`, `quiet-group-missing`, `not-in-group`, `quiet-group-exists` or `quiet-group-unknown`.
 */
export async function changeQuiet(ctx: Ctx, userId: string, { targets, everything }: QuietChange): Promise<void> {
  const user = { appId: ctx.app.id, id: userId };
  await inTransaction(ctx.db, async (tx) => {
    const within = { ...ctx, db: tx };
    const inPart = await reachApps(within, targets);
    await changeQuietUsers(within, user, {
      add: targets.flatMap((part) => inPart(part, part.users.add)),
      remove: targets.flatMap((part) => inPart(part, part.users.remove)),
    });
    await changeQuietGroups(within, user, {
      add: targets.flatMap((part) => inPart(part, part.groups.add)),
      remove: targets.flatMap((part) => inPart(part, part.groups.remove)),
    });
    if (everything === undefined) return;
    await setUserStates(tx, { appId: user.appId, userIds: [userId] }, { quiet: everything });
  });
}

async function changeQuietUsers(ctx: Ctx, user: ScopedId, { add, remove }: Lists<ScopedId>): Promise<void> {
  const key = { appId: user.appId, userId: user.id, kind: conversationKinds.private, level: silentLevel };
  const known = await lockRegisteredIn(ctx, [user, ...add, ...remove]);
  requireKnown([user, ...add], known);
  requireEach(add, await switchLevels(ctx.db, key, add), 'quiet-user-exists');
  const removed = await unswitchLevels(ctx.db, key, remove);
  requireKnown(remove, { has: (one) => removed.has(one) || known.has(one) });
  requireEach(remove, removed, 'quiet-user-unknown');
}

async function changeQuietGroups(ctx: Ctx, user: ScopedId, { add, remove }: Lists<ScopedId<number>>): Promise<void> {
  const key = { appId: user.appId, userId: user.id, kind: conversationKinds.group, level: silentLevel };
  const rows = await findGroups(ctx.db, [...add, ...remove]);
  const groups = new ScopedMap(rows, ({ app_id, gid }) => ({ appId: app_id, id: gid }));
  requireEach(add, groups, 'quiet-group-missing');
  const memberships = await findMemberships(
    ctx.db,
    add.map(({ id }) => id),
    user,
  );
  requireEach(add, { has: ({ id }) => memberships.has(id) }, 'not-in-group');
  const textId = (group: ScopedId<number>) => ({ appId: group.appId, id: groups.get(group)?.group_id ?? '' });
  const known = (some: ScopedId<number>[]) => some.filter((group) => groups.has(group)).map(textId);
  const among = (done: ScopedMap<unknown>) => ({ has: (group: ScopedId<number>) => done.has(textId(group)) });
  requireEach(add, among(await switchLevels(ctx.db, key, known(add))), 'quiet-group-exists');
  requireEach(remove, among(await unswitchLevels(ctx.db, key, known(remove))), 'quiet-group-unknown');
}
