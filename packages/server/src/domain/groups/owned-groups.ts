import type { Ctx } from '../../context.ts';
import * as store from '../../store/groups.ts';
import { inApp } from '../../store/scoped-ids.ts';
import { inTransaction } from '../../store/transaction.ts';
import { DomainError } from '../errors.ts';
import { requireAvatar } from '../media/references.ts';
import { insertNumbered } from '../numbered.ts';
import { lockRegisteredIn, requireKnown } from '../users/registered.ts';
import { admit, requireFreePlace } from './admission.ts';

// Rules of the groups that have an owner: members are registered users, what is there already or not there is a failure,
// and a group without members is deleted. They hold for open groups too, when those are changed by these functions.

const maxMembers = 500;

export interface GroupDraft {
  ownerId: string;
  /** Besides the owner. */
  memberIds: string[];
  name: string;
  description?: string | undefined;
  avatar?: string | undefined;
  isPublic: boolean;
}

/** Makes a group whose text id is its gid. Fails with `user-unknown`, `too-many-groups`, `group-full`, or as updating does for its avatar. */
export async function createGroup(ctx: Ctx, draft: GroupDraft): Promise<store.GroupRow> {
  await requireAvatar(ctx, draft.avatar);
  const users = inApp(ctx.app.id, [...new Set([draft.ownerId, ...draft.memberIds])]);
  return inTransaction(ctx.db, async (tx) => {
    const within = { ...ctx, db: tx };
    requireKnown(users, await lockRegisteredIn(within, users));
    await requireFreePlace(within, users);
    const group = await insertGroup(within, draft);
    await admit(tx, [group], { users });
    return group;
  });
}

async function insertGroup(ctx: Ctx, draft: GroupDraft): Promise<store.GroupRow> {
  const now = ctx.clock.now();
  const row = {
    app_id: ctx.app.id,
    name: draft.name,
    description: draft.description ?? null,
    avatar: draft.avatar ?? null,
    owner_app_id: ctx.app.id,
    owner_id: draft.ownerId,
    is_public: draft.isPublic,
    max_members: maxMembers,
    created_at: now,
    updated_at: now,
  };
  return insertNumbered(ctx, 'gid', async (gid) => {
    const group = { ...row, gid, group_id: String(gid) };
    return (await store.insertGroup(ctx.db, group)) ? group : undefined;
  });
}

/** Fails with `group-unknown`. */
export async function getGroup(ctx: Ctx, gid: number): Promise<store.GroupRow> {
  const group = await store.findGroup(ctx.db, ctx.app.id, gid);
  if (!group) throw groupUnknown(gid);
  return group;
}

/** Fails with `group-unknown`, or `parameter-invalid` for an avatar that the app refuses. */
export async function updateGroup(ctx: Ctx, gid: number, change: store.GroupChange): Promise<void> {
  await requireAvatar(ctx, change.avatar);
  const found = await store.updateGroup(ctx.db, { appId: ctx.app.id, gid }, { ...change, updated_at: ctx.clock.now() });
  if (!found) throw groupUnknown(gid);
}

/** As dismissing does. Fails with `group-unknown`. */
export async function deleteGroup(ctx: Ctx, gid: number): Promise<void> {
  if (!(await store.deleteGroup(ctx.db, ctx.app.id, { gid }))) throw groupUnknown(gid);
}

export function groupUnknown(gid: number): DomainError {
  return new DomainError('group-unknown', { subject: String(gid) });
}
