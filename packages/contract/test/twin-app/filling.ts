import type { Insertable } from 'kysely';
import type { Schema } from '../../../server/src/store/schema.ts';

/** Rows by table. */
export type Rows = { [Table in keyof Schema]?: Insertable<Schema[Table]>[] };

/** An app that gets a row in every table. All that are filled have the same ids, and other texts. */
export interface Filling {
  appId: number;
  /** An app that trusts this one, with a user, a group and a chatroom. */
  partnerId: number;
  /** Stands in every text. */
  label: string;
  /** Those who and which have everything that there is to have; the others are there, and have nothing. */
  marked: { users: string[]; groups: string[]; rooms: string[] };
  /** When all of it came about, in milliseconds. */
  at: number;
}

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

/** What is there in the first app: only the first of each has everything. */
export const inFirst = {
  users: ['ann', 'bob', 'cat', 'dana'],
  groups: ['chess', 'go'],
  rooms: ['lounge', 'hall'],
};
export const markedInFirst = { users: ['ann'], groups: ['chess'], rooms: ['lounge'] };

/** In the second app everything has everything, and there is more. Some ids are the numbers that the server gives out next. */
export const markedInSecond = { users: ['ann', 'bob', 'cat', 'zora'], groups: ['chess', 'go', 'zen'], rooms: ['lounge', 'hall', 'attic'] };
const nextNumbers = Array.from({ length: 40 }, (_, index) => String(10_000_001 + index));

/** Everything that is there, the marked first. */
export function allOf(filling: Filling): typeof inFirst {
  const { users, groups, rooms } = filling.marked;
  const union = (one: string[], other: string[]) => [...new Set([...one, ...other])];
  const numbers = isSecond(filling) ? nextNumbers : [];
  return {
    users: union(users, inFirst.users),
    groups: [...union(groups, inFirst.groups), ...numbers],
    rooms: [...union(rooms, inFirst.rooms), ...numbers],
  };
}

/** Whether the app has more than the first one. */
export const isSecond = ({ marked }: Pick<Filling, 'marked'>) => marked.users.length > 1;

// Numbers are one's own in every app. No sequence comes to these.

/** The gid, or the room id, of the group or chatroom at an index. */
export const numberOf = (appId: number, index: number) => 1_500_000_000 + appId * 1000 + index;
/** The id of a message. */
export const messageNumberOf = (appId: number, index: number) => 1_500_000_000 + appId * 1000 + index;
