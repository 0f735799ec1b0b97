import { conversationKinds } from '../../../server/src/domain/messages/conversation.ts';
import { day, type Filling, hour, isSecond, messageNumberOf, minute, type Rows } from './filling.ts';

const [{ private: toUser, group: toGroup, chatroom: toChatroom, broadcast }, sender] = [conversationKinds, '__system__'];

/** A conversation has two messages. That with the user of the partner, who is its home, is first; those that the second app has alone are last. */
export function conversationsOf({ appId, partnerId, marked, at }: Filling): NonNullable<Rows['conversations']> {
  const pair = (one: string, other: string) => [one, other].toSorted().join();
  const keys = [
    { app_id: partnerId, kind: toUser, key: ['ann', 'ann', appId].join() },
    { kind: toUser, key: pair('ann', 'bob') },
    { kind: toGroup, key: 'chess' },
    { kind: toChatroom, key: 'lounge' },
    { kind: broadcast, key: sender },
    ...(isSecond({ marked }) ? [pair('bob', 'cat'), pair('ann', 'cat')].map((key) => ({ kind: toUser, key })) : []),
    ...(isSecond({ marked }) ? [{ kind: toGroup, key: 'go' }] : []),
  ];
  return keys.map((key) => ({ app_id: appId, ...key, last_seq: 2, last_sent_at: at }));
}

/** The second message of each conversation a moment ago, the first in an hour that is over; in those of the second app alone, long ago. */
export function sentAt(at: number, { seq, place }: { seq: number; place: number }): number {
  const first = place < 5 ? 2 * hour : place === 5 ? 4 * hour : 60 * day;
  return at + place * 1000 - (seq === 1 ? first : minute);
}

/** Of the conversations, with the ids that the database gave them. */
export function rowsOfMessages(filling: Filling, conversationIds: number[]): Rows {
  const { appId, label, at } = filling;
  const conversations = conversationsOf(filling).map(({ app_id, kind }, index) => ({
    app_id,
    kind,
    conversation_id: conversationIds[index]!,
  }));
  const messages = conversations.flatMap(({ app_id, kind, conversation_id }, place) =>
    [1, 2].map((seq) => ({
      conversation_id,
      seq,
      id: messageNumberOf(appId, 2 * place + seq),
      app_id,
      other_app_id: app_id === appId ? null : appId,
      from_other: app_id !== appId,
      sender_id: kind === broadcast ? sender : 'ann',
      object_name: 'RC:TxtMsg',
      content: JSON.stringify({ content: `${label} ${seq}` }),
      options: JSON.stringify({ expansion: { first: label } }),
      sent_at: sentAt(at, { seq, place }),
      persisted: true,
    })),
  );
  const broadcasts = messages.filter(({ conversation_id }) =>
    conversations.some((one) => one.conversation_id === conversation_id && one.kind === broadcast),
  );
  return {
    messages,
    message_expansions: messages.map((message) => ({ message_id: message.id, key: 'second', value: label, version: 1 })),
    history_clears: conversations.slice(1).map(({ conversation_id }) => ({ conversation_id, user_id: 'ann', seq: 1 })),
    broadcasts: broadcasts.map((message, index) => ({
      message_id: message.id,
      app_id: appId,
      position: index + 1,
      task_id: null,
      online_only: index === 1,
      sent_at: at - minute,
    })),
  };
}

/** What is kept beside messages. */
export function rowsBesideMessages({ appId, label, marked, at }: Filling): Rows {
  const second = isSecond({ marked });
  return {
    message_randoms: marked.users.map((name) => ({ app_id: appId, sender_id: name, random: '77', sent_at: at })),
    history_log_deletions: [{ app_id: appId, hour_start: Math.floor((second ? at - 2 * hour : at - 5 * hour) / hour) * hour }],
    sensitive_words: [label, 'money', ...(second ? ['lottery'] : [])].map((word) => ({
      app_id: appId,
      word,
      replacement: word === 'money' ? label : null,
      created_at: at,
    })),
    idempotency_keys: ['done', ...(second ? ['other', 'free'] : [])].map((key) => ({
      app_id: appId,
      key,
      fingerprint: label,
      status: 200,
      body: JSON.stringify({ code: 200, of: label }),
      created_at: at,
    })),
    media: (second ? ['A', 'B', 'C'] : ['A', 'B']).map((digit) => ({
      app_id: appId,
      media_id: mediaIdOf(digit),
      kind: 'file' as const,
      bytes: 1,
      hash: label,
      content_type: 'application/octet-stream',
      name: label,
      created_at: at,
      stored: digit !== 'B',
    })),
  };
}

/** Of a file that is stored, of one whose upload did not end, and of one that the second app has alone. */
export const mediaIdOf = (digit: string) => `diglot/file/${digit.repeat(32)}`;
