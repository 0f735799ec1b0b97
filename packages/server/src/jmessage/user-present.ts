import type { jmessage } from '@diglot/api';
import type { RequestCtx } from '../context.ts';
import type { DomainError } from '../domain/errors.ts';
import { fieldsOf } from '../domain/exact-json.ts';
import type { Member } from '../domain/groups/lists.ts';
import type { BlockedUser } from '../domain/users/blocklist.ts';
import type { Profile } from '../domain/users/profile.ts';
import { Reply } from '../http/dialect.ts';
import { errorBody, renderFailure } from './errors.ts';
import { dateTime } from './present.ts';

type Schemas = jmessage.components['schemas'];

type UserProfile = Omit<Schemas['User'], 'extras' | 'mtime' | 'ctime'>;
type StoredProfile = Pick<Profile, 'user_id' | 'name' | 'avatar' | 'birthday' | 'gender' | 'signature' | 'region' | 'address'>;

/** What became of one user of a batch. */
export interface Outcome {
  username: unknown;
  error: DomainError | undefined;
}

/** The fields that hold something. */
export function presentUser(ctx: RequestCtx, row: Profile): Schemas['User'] {
  return {
    ...presentProfile(row),
    ...(row.extras && { extras: fieldsOf(row.extras)! }),
    mtime: dateTime(ctx, row.updated_at),
    ctime: dateTime(ctx, row.created_at),
  };
}

/** Name and those fields of a profile that hold something. */
export function presentProfile(row: StoredProfile): UserProfile {
  const fields = {
    username: row.user_id,
    nickname: row.name,
    avatar: row.avatar,
    birthday: row.birthday && `${row.birthday} 00:00:00`,
    gender: row.gender,
    signature: row.signature,
    region: row.region,
    address: row.address,
  };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== '')) as UserProfile;
}

/** Of an id that was never registered, the name alone. */
export function presentBlocked(ctx: RequestCtx, { userId, profile }: BlockedUser): Schemas['User'] | { username: string } {
  return profile ? presentUser(ctx, profile) : { username: userId };
}

export function presentMember(member: Member): Schemas['GroupMember'] {
  return { ...presentProfile(member), flag: member.isOwner ? 1 : 0 };
}

/** The list with an error where there is one. When nobody succeeded it is the body of a failure with the status of the first error. */
export function presentOutcomes(outcomes: Outcome[]): Schemas['UserOutcomes'] | Reply {
  const body = outcomes.map(presentOutcome);
  const first = outcomes[0]?.error;
  if (!first || outcomes.some(({ error }) => !error)) return body;
  return new Reply(renderFailure(first).status, body);
}

function presentOutcome({ username, error }: Outcome): Schemas['UserOutcome'] {
  const name = typeof username === 'string' ? { username } : {};
  return { ...name, ...(error && { error: errorBody(error) }) } as Schemas['UserOutcome'];
}
