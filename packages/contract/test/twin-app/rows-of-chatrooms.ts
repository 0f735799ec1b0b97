import { allOf, day, type Filling, isSecond, minute, numberOf, type Rows } from './filling.ts';

/** An empty id stands for all chatrooms of the app. */
export function rowsOfChatrooms(filling: Filling): Rows {
  const { appId, partnerId, label, marked, at } = filling;
  const rooms = allOf(filling).rooms.map((name, index) => ({ name, room_id: numberOf(appId, index), minutes: 600 }));
  // Its time is over.
  const ruin = { name: 'ruin', room_id: numberOf(appId, rooms.length), minutes: 1 };
  const markedRooms = rooms.filter(({ name }) => marked.rooms.includes(name));
  const ofPairs = <Row>(row: (place: { room_id: number; user_id: string }) => Row) =>
    markedRooms.flatMap(({ room_id }) => marked.users.map((user) => row({ room_id, user_id: user })));
  return {
    chatrooms: [...rooms, ...(isSecond(filling) ? [ruin] : [])].map(({ name, room_id, minutes = 600 }) => ({
      room_id,
      app_id: appId,
      chatroom_id: name,
      name: `${label} ${name}`,
      description: label,
      owner_id: 'ann',
      exclusive: false,
      destroy_when: 'idle' as const,
      destroy_minutes: minutes,
      muted_at: marked.rooms.includes(name) ? at : null,
      created_at: at,
      last_active_at: at - 2 * minute,
    })),
    chatroom_members: [
      ...rooms.map(({ room_id }) => ({ room_id, app_id: appId, user_id: 'ann', joined_at: at })),
      ...ofPairs((place) => ({ ...place, app_id: appId, joined_at: at })).filter(({ user_id }) => user_id !== 'ann'),
      ...markedRooms.map(({ room_id }) => ({ room_id, app_id: appId, user_id: 'dana', joined_at: at })),
      ...markedRooms.map(({ room_id }) => ({ room_id, app_id: partnerId, user_id: 'ann', joined_at: at })),
      ...marked.users.map((name) => ({ room_id: numberOf(partnerId, 0), app_id: appId, user_id: name, joined_at: at })),
    ],
    chatroom_allowlists: ofPairs((place) => place),
    chatroom_protected_users: ofPairs((place) => place),
    chatroom_attributes: ofPairs(({ room_id, user_id }) => ({ room_id, key: user_id, value: label, owner_id: user_id, set_at: at })).map(
      (row) => ({ ...row, auto_delete: true }),
    ),
    chatroom_keepalives: marked.rooms.map((name) => ({ app_id: appId, chatroom_id: name })),
    chatroom_restrictions: (['mute', 'block'] as const).flatMap((kind) =>
      [...marked.rooms, ''].flatMap((chatroom_id) =>
        marked.users
          .filter((name) => kind === 'mute' || name !== 'ann')
          .map((name) => ({ app_id: appId, kind, chatroom_id, user_id: name, until: at + day })),
      ),
    ),
    chatroom_message_types: (['low-priority', 'protected'] as const).flatMap((kind) =>
      ['RC:ImgMsg', label].map((object_name) => ({ app_id: appId, kind, object_name })),
    ),
  };
}
