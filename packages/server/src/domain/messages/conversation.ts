import type { LocatedMessage, MessageApps } from '../../store/messages.ts';
import type { ScopedId } from '../../store/scoped-ids.ts';
import type { App } from '../apps.ts';

/** Conversation types, with the numbers of the RongCloud dialect; broadcasts, which it counts as system messages, have one of ours. */
export const conversationKinds = { private: 1, group: 3, chatroom: 4, system: 6, broadcast: 106 } as const;

export type ConversationKind = keyof typeof conversationKinds;

const kindsByNumber = new Map(Object.entries(conversationKinds).map(([kind, number]) => [number as number, kind as ConversationKind]));

export interface Conversation {
  kind: ConversationKind;
  /**
   * Private: both user ids, sorted and joined by a comma (ids hold none); between two apps the id of the home app's user, that of the
   * other's, and the other app. System: sender and recipient, joined alike. Broadcast: the sender. Else the id of the group or chatroom.
   */
  key: string;
  /** Of a message between two apps: the one whose conversation it is in, and the other one. */
  apps?: { home: number; other: number } | undefined;
}

/** A user, group or chatroom of any app. */
export interface ScopedTarget extends ScopedId {
  kind: 'private' | 'group' | 'chatroom';
}

export function privateConversation(one: string, other: string): Conversation {
  return { kind: 'private', key: one < other ? `${one},${other}` : `${other},${one}` };
}

/**
 * What a message from a user is in. A group or chatroom has one conversation, whatever apps its users are of. Two users have one, whoever
 * writes; of two apps the one that was there first is its home.
 */
export function conversationTo(target: ScopedTarget, from: ScopedId): Conversation {
  if (from.appId === target.appId)
    return target.kind === 'private' ? privateConversation(from.id, target.id) : { kind: target.kind, key: target.id };
  if (target.kind !== 'private') return { kind: target.kind, key: target.id, apps: { home: target.appId, other: from.appId } };
  const [home, other] = from.appId < target.appId ? [from, target] : [target, from];
  return { kind: 'private', key: [home.id, other.id, other.appId].join(), apps: { home: home.appId, other: other.appId } };
}

/** An empty id stands for all chatrooms of the app: what is sent there is for everybody who is in any. */
export function chatroomConversation(chatroomId: string): Conversation {
  return { kind: 'chatroom', key: chatroomId };
}

export function groupConversation(groupId: string): Conversation {
  return { kind: 'group', key: groupId };
}

/** From a message's row; the compiler cannot see that every number stored is one of ours. */
export function conversationOf(row: Located): Conversation {
  const apps = row.other_app_id === null ? undefined : { home: row.app_id, other: row.other_app_id };
  return { kind: kindsByNumber.get(row.kind)!, key: row.key, apps };
}

type Located = Pick<LocatedMessage, 'kind' | 'key' | 'app_id' | 'other_app_id'>;

/** Those of a message that a user of the app sends in the conversation. */
export function appsOf(app: App, { apps }: Conversation): MessageApps {
  return { appId: apps?.home ?? app.id, otherAppId: apps?.other, fromOther: apps !== undefined && apps.home !== app.id };
}

/** What a recipient has from one sender of system messages. */
export function systemConversation(senderId: string, userId: string): Conversation {
  return { kind: 'system', key: `${senderId},${userId}` };
}

/** Messages to many users that are stored once, whatever the number of users. */
export function broadcastConversation(senderId: string): Conversation {
  return { kind: 'broadcast', key: senderId };
}

/** Conversation type as clients know it. */
export function typeOf({ kind }: Conversation): number {
  return conversationKinds[kind === 'broadcast' ? 'system' : kind];
}

/** Of a message in it: the other user, the recipient, the group or the room; empty for a broadcast, which has no single target. */
export function targetOf({ kind, key }: Conversation, senderId: string): string {
  if (kind === 'group' || kind === 'chatroom') return key;
  if (kind === 'broadcast') return '';
  const [first = '', second = ''] = key.split(',');
  return kind === 'private' && second === senderId ? first : second;
}

/** Whether it is a message within the app and stands in the conversation. */
export function isIn(row: Located, { kind, key }: Conversation): boolean {
  return row.other_app_id === null && row.kind === conversationKinds[kind] && row.key === key;
}
