import type { Ctx } from '../../context.ts';
import { deleteExpansionChanges, type ExpansionRow, listExpansionChanges, upsertExpansionChanges } from '../../store/message-expansions.ts';
import { findMessage, type LocatedMessage, lockMessage, type MessageRow } from '../../store/messages.ts';
import { inTransaction } from '../../store/transaction.ts';
import { DomainError } from '../errors.ts';
import { messageIdOf } from '../uid.ts';
import { appendCommand } from './command.ts';
import { type Conversation, isIn } from './conversation.ts';
import type { MessageOptions } from './draft.ts';
import { keyOfKept } from './retention.ts';

const maxPairs = 300;

/** Which message is extended, and by whom. */
export interface ExpansionTarget {
  uid: string;
  operatorId: string;
  conversation: Conversation;
  /** The operator's own clients learn of the change too. */
  syncOperator: boolean;
}

/** A value with a version that grows with each change of the message's pairs. */
export interface ExpansionPair {
  value: string;
  version: number;
}

type Pairs = Map<string, ExpansionPair>;

/**
 * Sets all of the pairs, or none, and tells the conversation. Fails with `message-unknown`, `message-retracted`,
 * `message-not-extensible`, and when the message would have more than 300 pairs with `expansion-full`.
 */
export async function setExpansion(ctx: Ctx, target: ExpansionTarget, pairs: Map<string, string>): Promise<void> {
  await changeExpansion(ctx, target, async (within, message, current) => {
    if (pairs.size === 0) return;
    if (new Set([...current.keys(), ...pairs.keys()]).size > maxPairs) {
      throw new DomainError('expansion-full', { reason: `A message has at most ${maxPairs} pairs` });
    }
    const version = await tell(within, target, { put: Object.fromEntries(pairs) });
    await upsertExpansionChanges(within.db, { messageId: message.id, version }, pairs);
  });
}

/** Deletes those of the keys that are there, and tells the conversation. Fails like `setExpansion`, except with `expansion-full`. */
export async function deleteExpansion(ctx: Ctx, target: ExpansionTarget, keys: string[]): Promise<void> {
  await changeExpansion(ctx, target, async (within, message, current) => {
    const gone = new Set(keys.filter((key) => current.has(key)));
    if (gone.size === 0) return;
    const version = await tell(within, target, { del: [...gone] });
    const first = new Set(Object.keys(message.options.expansion!));
    await deleteExpansionChanges(within.db, message.id, [...gone.difference(first)]);
    await upsertExpansionChanges(
      within.db,
      { messageId: message.id, version },
      new Map([...gone.intersection(first)].map((key) => [key, null])),
    );
  });
}

/** The pairs of a message; none when it is unknown or cannot be extended. */
export async function getExpansion(ctx: Ctx, uid: string): Promise<Pairs> {
  const row = await findMessage(ctx.db, keyOfKept(ctx, messageIdOf(uid)));
  return row ? currentPairs(extendedOf(row), await listExpansionChanges(ctx.db, [row.id])) : new Map();
}

/** Gives those of the messages that can be extended their current pairs. */
export async function fillExpansions(ctx: Ctx, messages: Extended[]): Promise<void> {
  const extensible = messages.filter(({ options }) => options.expansion);
  if (extensible.length === 0) return;
  const changes = await listExpansionChanges(
    ctx.db,
    extensible.map(({ id }) => id),
  );
  const byMessage = Map.groupBy(changes, (change) => change.message_id);
  for (const message of extensible) {
    const pairs = currentPairs(message, byMessage.get(message.id) ?? []);
    message.options.expansion = Object.fromEntries([...pairs].map(([key, { value }]) => [key, value]));
  }
}

/** What is needed of a message. */
interface Extended {
  id: number;
  seq: number;
  options: MessageOptions;
}

/** The message is locked: concurrent changes follow each other. */
async function changeExpansion(
  ctx: Ctx,
  target: ExpansionTarget,
  change: (within: Ctx, message: Extended, current: Pairs) => Promise<void>,
): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    const message = requireExtensible(await lockMessage(tx, keyOfKept(ctx, messageIdOf(target.uid))), target);
    await change({ ...ctx, db: tx }, message, currentPairs(message, await listExpansionChanges(tx, [message.id])));
  });
}

function requireExtensible(row: LocatedMessage | undefined, { uid, conversation }: ExpansionTarget): Extended {
  if (!row || !isIn(row, conversation)) throw new DomainError('message-unknown', { subject: uid });
  if (row.retracted_at !== null) throw new DomainError('message-retracted', { subject: uid });
  const message = extendedOf(row);
  if (!message.options.expansion) throw new DomainError('message-not-extensible', { subject: uid });
  return message;
}

function extendedOf({ id, seq, options }: MessageRow): Extended {
  return { id, seq, options: JSON.parse(options) as MessageOptions };
}

function currentPairs({ seq, options }: Extended, changes: ExpansionRow[]): Pairs {
  const pairs: Pairs = new Map(Object.entries(options.expansion ?? {}).map(([key, value]) => [key, { value, version: seq }]));
  for (const { key, value, version } of changes) {
    if (value === null) pairs.delete(key);
    else pairs.set(key, { value, version });
  }
  return pairs;
}

/** Returns the place of the command in the conversation, which grows from change to change. */
async function tell(within: Ctx, target: ExpansionTarget, change: object): Promise<number> {
  const { seq } = await appendCommand(within, {
    senderId: target.operatorId,
    conversation: target.conversation,
    objectName: 'RC:MsgExMsg',
    content: { mid: target.uid, ...change },
    options: { unpersisted: true, uncounted: true, disablePush: true, includeSender: target.syncOperator || undefined },
  });
  return seq;
}
