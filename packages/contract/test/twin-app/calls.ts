import type { CallInput } from '../../src/index.ts';

/** What a call about an app can name. Where there are three of a kind, the last is the second app's. */
export interface Names {
  appKey: string;
  partnerKey: string;
  secondKey: string;
  gids: [chess: number, go: number, foreign: number];
  roomIds: [lounge: number, hall: number, foreign: number];
  /** Messages to a user, to the group and to the chatroom, the broadcast, and the second app's to a user and its broadcast. */
  messageIds: { user: number; group: number; room: number; broadcast: number; foreign: number; foreignBroadcast: number };
  uids: { user: string; group: string; room: string; broadcast: string; foreign: string; foreignBroadcast: string };
  /** When what is sent was sent, in milliseconds. */
  sentAt: number;
  /** An hour with messages, `yyyyMMddHH`, and a time range around it, `yyyy-MM-dd HH:mm:ss`. */
  hour: string;
  /** One in which the second app alone has messages. */
  otherHour: string;
  range: { begin_time: string; end_time: string };
}

/** Inputs by operation; each operation succeeds with one of them at least. They are tried in the order written. */
export type Calls = Record<string, CallInput[]>;

/** By section of the document. */
export type Sections = Record<string, (names: Names) => Calls>;

/** Bodies are the whole input. */
export function forms(bodies: Record<string, object[]>): Calls {
  return Object.fromEntries(Object.entries(bodies).map(([operation, inputs]) => [operation, inputs.map((body) => ({ body }))]));
}

/** The operations that show something, and change nothing. */
export const isRead = (operationId: string) => /^(list|get|check|query)/.test(operationId);
