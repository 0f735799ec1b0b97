import { hash, randomInt } from 'node:crypto';
import type { rongcloud } from '@diglot/api';
import type { Services } from '../context.ts';
import type { App } from '../domain/apps.ts';
import { type ConversationKind, targetOf } from '../domain/messages/conversation.ts';
import { messageUid } from '../domain/uid.ts';
import { findToldMessage, type MessageEvent, type ToldMessage } from '../domain/webhooks/messages.ts';

type Received = rongcloud.operations['receiveMessage'];
type Form = Received['requestBody']['content']['application/x-www-form-urlencoded'];

/** Conversation types in words. */
const channelTypes: Partial<Record<ConversationKind, Form['channelType']>> = { private: 'PERSON', group: 'GROUP', chatroom: 'TEMPGROUP' };

/** Tells the app's server of a message, as the post-messaging callback does. Rejects when the server does not take it. */
export async function callMessageWebhook(services: Services, event: MessageEvent, signal: AbortSignal): Promise<void> {
  const told = await findToldMessage(services, event);
  if (told) await services.webhooks.post(signedUrl(told.url, told.app, services.clock.now()), formOf(told, event), signal);
}

/** The proof is that of the calls to this server. Receivers look for the time under either name. */
function signedUrl(address: string, { key, secret }: App, now: number): URL {
  const url = new URL(address);
  const nonce = String(randomInt(2 ** 47));
  const timestamp = String(now);
  const signature = hash('sha1', `${secret}${nonce}${timestamp}`);
  const proof: Received['parameters']['query'] = { appKey: key, nonce, timestamp, signTimestamp: timestamp, signature };
  for (const [name, value] of Object.entries(proof)) url.searchParams.set(name, value);
  return url;
}

function formOf({ message, conversation }: ToldMessage, { replaced }: MessageEvent): URLSearchParams {
  const { senderId, objectName, content, sentAt, id, options } = message;
  const fields: Omit<Form, 'groupUserIds'> = {
    fromUserId: senderId,
    toUserId: targetOf(conversation, senderId),
    objectName,
    content,
    channelType: channelTypes[conversation.kind]!,
    msgTimestamp: String(sentAt),
    msgUID: messageUid(id),
    sensitiveType: replaced ? '2' : '0',
    source: 'Server',
  };
  const recipients = (options.onlyTo ?? []).map((userId) => ['groupUserIds' satisfies keyof Form, userId]);
  return new URLSearchParams([...Object.entries(fields), ...recipients]);
}
