import type { Generated } from 'kysely';
import type { Millis, Sequence } from './schema.ts';

export interface GroupTable {
  /** The JMessage gid; below 2^31, from 10000001 upwards. */
  gid: number;
  app_id: number;
  group_id: string;
  name: string;
  description: string | null;
  avatar: string | null;
  /** The app of the owner; null without an owner. */
  owner_app_id: number | null;
  owner_id: string | null;
  is_public: Generated<boolean>;
  max_members: number;
  created_at: Millis;
  updated_at: Millis;
}

export interface GroupMemberTable {
  gid: number;
  /** The app of the member, which need not be that of the group. */
  app_id: number;
  user_id: string;
  /** Order of joining. */
  position: Sequence;
}

/** Kept when the member leaves and when the group goes, as both clouds do. */
export interface GroupMuteTable {
  app_id: number;
  /** Empty: all groups of the app. */
  group_id: string;
  user_id: string;
  muted_at: Millis;
  /** Null: until lifted. */
  muted_until: Millis | null;
}

/** Groups with all members muted. Kept like mutes. */
export interface MutedGroupTable {
  app_id: number;
  group_id: string;
  /** Order of muting. */
  position: Sequence;
}

/** Who may send while all members are muted. Kept like mutes. */
export interface GroupAllowlistTable {
  app_id: number;
  group_id: string;
  user_id: string;
  /** Order of addition. */
  position: Sequence;
}

/** Groups whose messages a user does not want at all. Kept like mutes. */
export interface GroupShieldTable {
  app_id: number;
  user_id: string;
  group_id: string;
}

export interface GroupTables {
  groups: GroupTable;
  group_members: GroupMemberTable;
  group_mutes: GroupMuteTable;
  muted_groups: MutedGroupTable;
  group_allowlists: GroupAllowlistTable;
  group_shields: GroupShieldTable;
}
