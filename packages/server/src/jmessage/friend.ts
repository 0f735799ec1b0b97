import type { jmessage } from '@diglot/api';
import type { RequestCtx } from '../context.ts';
import { addFriends, type Friend, getFriends, type Note, removeFriends, setFriendNotes } from '../domain/users/friends.ts';
import type { Handlers } from '../http/dialect.ts';
import { presentUser } from './user-present.ts';

type Schemas = jmessage.components['schemas'];

export const friend = {
  addFriends: async (ctx, { path, body }) => {
    await addFriends(ctx, path.username, [{ userIds: body }]);
  },

  removeFriends: async (ctx, { path, body }) => {
    await removeFriends(ctx, path.username, [{ userIds: body }]);
  },

  setFriendNotes: async (ctx, { path, body }) => {
    await setFriendNotes(ctx, path.username, body.map(readNote));
  },

  listFriends: async (ctx, { path }) => (await getFriends(ctx, path.username)).map((row) => presentFriend(ctx, row)),
} satisfies Partial<Handlers<jmessage.operations>>;

/** Of the own app: in this section a key of another one is a field that nobody knows. */
export function readNote({ username, note_name, others }: Schemas['FriendNote']): Note {
  return { friendId: username, noteName: note_name, others };
}

function presentFriend(ctx: RequestCtx, row: Friend): Schemas['Friend'] {
  return {
    ...presentUser(ctx, row),
    appkey: row.app_key,
    ...(row.note_name && { note_name: row.note_name }),
    ...(row.others && { others: row.others }),
  };
}
