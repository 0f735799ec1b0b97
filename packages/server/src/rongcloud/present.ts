import type { RequestCtx } from '../context.ts';
import type { Receipt } from '../domain/messages/accept.ts';
import { messageUid } from '../domain/uid.ts';

/** A success: the operation's fields beside `code` 200. */
export function success<T extends object>(fields?: T): T & { code: 200 } {
  return { code: 200, ...fields } as T & { code: 200 };
}

/** `YYYY-MM-DD HH:MM:SS` in the server's zone; a time after the year 9999 shows as its last second. */
export function dateTime(ctx: RequestCtx, millis: number): string {
  const shifted = Math.min(millis + ctx.zoneMinutes * 60_000, Date.UTC(9999, 11, 31, 23, 59, 59));
  return new Date(shifted).toISOString().slice(0, 19).replace('T', ' ');
}

/** Page number and size as offset and limit; absent and 0 mean the default. */
export function pageOf(page: number | undefined, size: number | undefined, defaultSize: number): { offset: number; limit: number } {
  const limit = size || defaultSize;
  return { offset: ((page || 1) - 1) * limit, limit };
}

/** What a send is answered with: for each target its id, under the field's name, and the message's. */
export function sentTo<Field extends 'userId' | 'groupId' | 'chatroomId'>(field: Field, receipts: Receipt[]) {
  return success({
    messageUIDs: receipts.map(
      ({ target, id }) => ({ [field]: target, messageUID: messageUid(id) }) as Record<Field | 'messageUID', string>,
    ),
  });
}
