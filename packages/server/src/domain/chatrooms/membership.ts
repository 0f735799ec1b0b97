import type { Ctx } from '../../context.ts';
import { deleteChatroomMembers, findChatroomMembers, lockStays } from '../../store/chatroom-members.ts';
import { type At, holdChatroom } from '../../store/chatrooms.ts';
import type { ScopedId } from '../../store/scoped-ids.ts';
import { inTransaction } from '../../store/transaction.ts';
import { DomainError, requireEach } from '../errors.ts';
import { type MemberChange, reachApps } from '../trusts/reach.ts';
import { requireRegisteredIn } from '../users/registered.ts';
import { noteActivity } from './activity.ts';
import { clearUp, enter, roomUnknown } from './members.ts';
import { at } from './moment.ts';

/**
 * Adds all, then removes all, or does nothing. Fails with `app-not-trusted`, `room-unknown`, `user-unknown`, `room-blocked`, `room-full`,
 * `not-in-room` or `owner-stays`.
 */
export async function changeRoomMembers(ctx: Ctx, roomId: number, changes: MemberChange[]): Promise<void> {
  const key = { ...at(ctx), roomId };
  const touched = await inTransaction(ctx.db, async (tx) => {
    const within = { ...ctx, db: tx };
    const inPart = await reachApps(within, changes);
    const add = changes.flatMap((change) => inPart(change, change.add));
    const remove = changes.flatMap((change) => inPart(change, change.remove));
    await lockStays(tx, [...add, ...remove]);
    const joined = add.length > 0 ? await enter(within, key, { users: add, registeredOnly: true }) : [];
    const left = remove.length > 0 ? await expel(within, key, remove) : [];
    return [...joined, ...left];
  });
  await noteActivity(ctx, touched, key.now);
}

/** Inside a transaction that has the users' stays locked. Returns the chatroom. */
async function expel(ctx: Ctx, key: At & { roomId: number }, users: ScopedId[]): Promise<number[]> {
  const room = await holdChatroom(ctx.db, key);
  if (!room) throw roomUnknown(key);
  await requireMembers(ctx, room.room_id, users);
  const isOwner = ({ appId, id }: ScopedId) => appId === room.app_id && id === room.owner_id;
  if (users.some(isOwner)) throw new DomainError('owner-stays', { subject: room.owner_id! });
  return clearUp(ctx.db, await deleteChatroomMembers(ctx.db, room.room_id, users));
}

/** Fails with `user-unknown` for who is neither a member nor registered, else with `not-in-room` for who is no member. */
export async function requireMembers(ctx: Ctx, roomId: number, users: ScopedId[]): Promise<void> {
  const members = await findChatroomMembers(ctx.db, roomId, users);
  await requireRegisteredIn(
    ctx,
    users.filter((user) => !members.has(user)),
  );
  requireEach(users, members, 'not-in-room');
}
