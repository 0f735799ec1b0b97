import type { ColumnType, Generated } from 'kysely';
import type { ChatroomTables } from './chatroom-tables.ts';
import type { GroupTables } from './group-tables.ts';
import type { PushTables } from './push-tables.ts';

/** Times are milliseconds since 1970 in `bigint` columns, read as numbers. */
export type Millis = number;
/** Filled by the database, never written by us. */
export type Sequence = ColumnType<number, never, never>;

export interface AppTable {
  id: Sequence;
  app_key: string;
  secret: string;
  name: string;
  /** JSON object as text: what differs from the defaults. */
  settings: Generated<string>;
  /** Grows with each change of the app's sensitive words. */
  words_version: Generated<number>;
  /** Position of the latest broadcast. */
  last_broadcast: Generated<number>;
  created_at: Millis;
}

/** Apps that reach each other's users; of two there are both rows or none. */
export interface AppTrustTable {
  app_id: number;
  trusted_id: number;
  created_at: Millis;
}

export interface UserTable {
  app_id: number;
  user_id: string;
  /** Order of registration. */
  position: Sequence;
  name: string | null;
  portrait_uri: string | null;
  avatar: string | null;
  birthday: string | null;
  gender: number | null;
  signature: string | null;
  region: string | null;
  address: string | null;
  /** JSON object as text. */
  extras: string | null;
  password_hash: string | null;
  is_admin: Generated<boolean>;
  created_at: Millis;
  updated_at: Millis;
}

/** State of a user id that does not need a registration. */
export interface UserStateTable {
  app_id: number;
  user_id: string;
  /** Tokens issued before this instant are invalid. */
  tokens_valid_from: Millis | null;
  /** Until then the user may not connect; `endless` has no end. */
  blocked_until: Millis | null;
  deactivated_at: Millis | null;
  /** Order of muting in one-to-one chats; null when not muted. */
  private_muted_at: Millis | null;
  /** Do-not-disturb for everything. */
  quiet: Generated<boolean>;
  /** Only those on the allowlist may send; else all but those on the blocklist. */
  allowlist_on: Generated<boolean>;
}

export interface UserTagTable {
  app_id: number;
  user_id: string;
  tag: string;
  position: number;
}

export interface BlocklistTable {
  app_id: number;
  user_id: string;
  /** The app of the blocked user. */
  blocked_app_id: number;
  blocked_id: string;
  position: Sequence;
}

export interface AllowlistTable {
  app_id: number;
  user_id: string;
  allowed_id: string;
  position: Sequence;
}

/** Two users are friends of each other: both rows are there, each with what its user notes about the other. */
export interface FriendTable {
  app_id: number;
  user_id: string;
  friend_app_id: number;
  friend_id: string;
  /** Order of becoming friends. */
  position: Sequence;
  note_name: string | null;
  others: string | null;
}

/** How many rows of a list have places in a block of 4096: the sum of what was counted under each writer's number. */
export interface ListBlockTable {
  list: string;
  owner: number;
  block: number;
  writer: number;
  entries: number;
}

export interface ConversationTable {
  id: Sequence;
  app_id: number;
  /** Number of the conversation's kind. */
  kind: number;
  /** Of the conversation, among those of its kind in the app. */
  key: string;
  last_seq: number;
  /** Of the latest message. */
  last_sent_at: Millis;
}

/** What a user has set for one conversation. */
export interface ConversationSettingTable {
  app_id: number;
  user_id: string;
  /** As in `conversations`. */
  kind: number;
  target_id: string;
  pinned: Generated<boolean>;
}

export interface MessageTable {
  conversation_id: number;
  /** Position in the conversation, from 1 without gaps. */
  seq: number;
  id: number;
  /** That of the conversation. */
  app_id: number;
  /** The other of the two apps of a message between two; else null. */
  other_app_id: number | null;
  /** Whether the sender is of the other app. */
  from_other: boolean;
  sender_id: string;
  object_name: string;
  content: string;
  /** JSON object as text: flags and push settings. */
  options: string;
  /** Never before that of an earlier `seq` of the conversation. */
  sent_at: Millis;
  /** Part of the history that is read back. */
  persisted: boolean;
  retracted_at: Millis | null;
}

/** Numbers that senders made up against repeats, for a minute. */
export interface MessageRandomTable {
  app_id: number;
  sender_id: string;
  /** 64 bits; never read back as a number, which would lose digits. */
  random: ColumnType<never, string, never>;
  sent_at: Millis;
}

/** An uploaded file. Its bytes are elsewhere, under a key made of app and id. */
export interface MediaTable {
  app_id: number;
  media_id: string;
  kind: 'image' | 'voice' | 'file';
  bytes: number;
  hash: string;
  content_type: string;
  /** Of a file only. */
  name: string | null;
  created_at: Millis;
  /** False while the bytes are under way, and for good when that failed. */
  stored: boolean;
}

/** For whom a message of a broadcast conversation is. */
export interface BroadcastTable {
  message_id: number;
  app_id: number;
  /** In the app, from 1, in the order in which they can be seen; null while it is not known who the users are. */
  position: number | null;
  /** The push whose targets are the users; null: all users. */
  task_id: number | null;
  /** Only for users who are online, or come online soon. */
  online_only: boolean;
  sent_at: Millis;
}

/** Changes of a message's expansion; its first pairs are among its options. */
export interface MessageExpansionTable {
  message_id: number;
  key: string;
  /** Null: one of the first pairs, deleted. */
  value: string | null;
  /** Sequence number of the message that tells of the change. */
  version: number;
}

/** Up to where the history of a conversation is cleared. */
export interface HistoryClearTable {
  conversation_id: number;
  /** Whose view it is; empty: everyone's. */
  user_id: string;
  seq: number;
}

/** Hours whose history log was deleted. */
export interface HistoryLogDeletionTable {
  app_id: number;
  hour_start: Millis;
}

export interface IdempotencyKeyTable {
  app_id: number;
  key: string;
  /** Hash of method, path and body. */
  fingerprint: string;
  status: number;
  /** JSON text; null when the answer has none. */
  body: string | null;
  created_at: Millis;
}

/** A word that blocks messages, or is replaced in them. */
export interface SensitiveWordTable {
  app_id: number;
  word: string;
  /** Null: the word blocks. */
  replacement: string | null;
  /** Order of adding. */
  position: Sequence;
  created_at: Millis;
}

export interface Schema extends ChatroomTables, GroupTables, PushTables {
  apps: AppTable;
  app_trusts: AppTrustTable;
  users: UserTable;
  user_states: UserStateTable;
  user_tags: UserTagTable;
  blocklists: BlocklistTable;
  allowlists: AllowlistTable;
  friends: FriendTable;
  list_blocks: ListBlockTable;
  conversations: ConversationTable;
  conversation_settings: ConversationSettingTable;
  messages: MessageTable;
  message_randoms: MessageRandomTable;
  media: MediaTable;
  broadcasts: BroadcastTable;
  message_expansions: MessageExpansionTable;
  history_clears: HistoryClearTable;
  history_log_deletions: HistoryLogDeletionTable;
  idempotency_keys: IdempotencyKeyTable;
  sensitive_words: SensitiveWordTable;
}
