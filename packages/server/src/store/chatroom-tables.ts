import type { ColumnType, Generated } from 'kysely';
import type { Millis, Sequence } from './schema.ts';

export interface ChatroomTable {
  /** The JMessage room id; below 2^31, from 10000001 upwards. A chatroom that is made again has a new one. */
  room_id: number;
  app_id: number;
  chatroom_id: string;
  name: string;
  description: string | null;
  owner_id: string | null;
  /** Null: any number. */
  max_members: number | null;
  /** A user can be in so many of these at once: joining one more ends the oldest stay in such a chatroom. */
  exclusive: Generated<boolean>;
  /** Destroyed so many minutes after the last activity, or after the creation. */
  destroy_when: 'idle' | 'old';
  /** Null: never; of an expected chatroom, not set yet. */
  destroy_minutes: number | null;
  /** Order of muting for all members; null when not muted. */
  muted_at: Millis | null;
  created_at: Millis;
  last_active_at: Millis;
  /** Not null: the chatroom has not come yet. What is kept for it goes at this instant. */
  expected_until: ColumnType<Millis | null, Millis | null | undefined, Millis | null>;
  /** From this instant on the chatroom does not exist, unless it is kept alive. Of an expected one the end of what is kept. */
  due_at: ColumnType<Millis | null, never, never>;
}

export interface ChatroomMemberTable {
  room_id: number;
  /** The app of the member, which need not be that of the chatroom. */
  app_id: number;
  user_id: string;
  /** Order of joining. */
  position: Sequence;
  joined_at: Millis;
}

/** Users who may send although the chatroom is muted. */
export interface ChatroomAllowlistTable {
  room_id: number;
  user_id: string;
  position: Sequence;
}

export interface ChatroomAttributeTable {
  room_id: number;
  key: string;
  value: string;
  /** Who set it last. */
  owner_id: string;
  /** Goes when the owner leaves the chatroom. */
  auto_delete: ColumnType<boolean, boolean | undefined, boolean>;
  set_at: Millis;
}

/** Ids that are not destroyed when their time is over; there need not be such a chatroom. */
export interface ChatroomKeepaliveTable {
  app_id: number;
  chatroom_id: string;
  position: Sequence;
}

/** Types of messages that chatrooms of the app drop first, or last. */
export interface ChatroomMessageTypeTable {
  app_id: number;
  kind: 'low-priority' | 'protected';
  object_name: string;
  position: Sequence;
}

/** Users whose messages the chatroom drops last. */
export interface ChatroomProtectedUserTable {
  room_id: number;
  user_id: string;
  position: Sequence;
}

/** Outlives the chatroom. */
export interface ChatroomRestrictionTable {
  app_id: number;
  /** Not to send, or not to be in the chatroom. */
  kind: 'mute' | 'block';
  /** Empty: all chatrooms of the app. */
  chatroom_id: string;
  user_id: string;
  until: Millis;
}

export interface ChatroomTables {
  chatrooms: ChatroomTable;
  chatroom_members: ChatroomMemberTable;
  chatroom_allowlists: ChatroomAllowlistTable;
  chatroom_attributes: ChatroomAttributeTable;
  chatroom_keepalives: ChatroomKeepaliveTable;
  chatroom_message_types: ChatroomMessageTypeTable;
  chatroom_protected_users: ChatroomProtectedUserTable;
  chatroom_restrictions: ChatroomRestrictionTable;
}
