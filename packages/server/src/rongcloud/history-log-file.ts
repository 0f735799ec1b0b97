import type { RequestCtx, Services } from '../context.ts';
import { fieldsOf } from '../domain/exact-json.ts';
import { instantOf } from '../domain/local-time.ts';
import { type Conversation, targetOf, typeOf } from '../domain/messages/conversation.ts';
import type { Message } from '../domain/messages/history.ts';
import { hasHistoryLog, readHistoryLog } from '../domain/messages/history-log.ts';
import { isSigned, signatureOf } from '../domain/signatures.ts';
import { messageUid } from '../domain/uid.ts';
import { baseUrlOf } from '../http/base-url.ts';
import type { DownloadRequest, TextFile } from '../http/zip-downloads.ts';
import { invalid } from './json-text.ts';

export const historyLogPath = '/history-log/:appKey/:date.zip';

const purpose = 'history-log';
const addressMillis = 60 * 60 * 1000;

/** Milliseconds, of an hour written `YYYYMMDDHH` in the server's zone. Fails with `parameter-invalid`. */
export function hourStart({ zoneMinutes }: Pick<Services, 'zoneMinutes'>, date: string): number {
  const instant = instantOf(date.replace(/^(....)(..)(..)(..)$/, '$1-$2-$3T$4:00:00'), zoneMinutes);
  if (instant === undefined) throw invalid('date', 'is not an hour as YYYYMMDDHH');
  return instant;
}

/** Where the hour's log can be had for one hour from now, without credentials. */
export function logAddress(ctx: RequestCtx, date: string): string {
  const expires = ctx.clock.now() + addressMillis;
  const query = new URLSearchParams({ expires: String(expires), signature: signatureOf(ctx.app, purpose, `${date}.${expires}`) });
  return `${baseUrlOf(ctx)}/history-log/${encodeURIComponent(ctx.app.key)}/${date}.zip?${query}`;
}

/** The log that an address leads to; undefined when the address is not one of ours, or is over, or there is no log. Fails with `service-off`. */
export async function openHistoryLog(
  services: Services,
  { params: { appKey = '', date = '' }, query: { expires = '', signature = '' } }: DownloadRequest,
): Promise<TextFile | undefined> {
  const app = await services.apps.find(appKey);
  if (!app || !isSigned(app, { purpose, text: `${date}.${expires}` }, signature)) return undefined;
  const ctx = { ...services, app };
  const start = hourStart(ctx, date);
  if (ctx.clock.now() > Number(expires) || !(await hasHistoryLog(ctx, start))) return undefined;
  return { name: date, text: linesOf(ctx, start) };
}

async function* linesOf(ctx: Parameters<typeof readHistoryLog>[0], start: number): AsyncGenerator<string> {
  const format = (message: Logged) => lineOf({ appKey: ctx.app.key, zoneMinutes: ctx.zoneMinutes }, message);
  for await (const messages of readHistoryLog(ctx, start)) yield messages.map(format).join('');
}

type Logged = Message & { conversation: Conversation };

function lineOf({ appKey, zoneMinutes }: { appKey: string; zoneMinutes: number }, message: Logged): string {
  const { conversation, senderId, objectName, content, sentAt, id } = message;
  const [day = '', time = ''] = new Date(sentAt + zoneMinutes * 60_000).toISOString().slice(0, -1).split('T');
  const entry = {
    appId: appKey,
    fromUserId: senderId,
    targetId: targetOf(conversation, senderId),
    targetType: typeOf(conversation),
    GroupId: conversation.kind === 'group' ? conversation.key : '',
    classname: objectName,
    content: fieldsOf(content) ?? content,
    dateTime: `${day} ${time}`,
    source: '',
    msgUID: messageUid(id),
  };
  return `${day.replaceAll('-', '/')} ${time.slice(0, 8)} ${JSON.stringify(entry)}\n`;
}
