import type { Generated } from 'kysely';
import type { Millis, Sequence } from './schema.ts';

/** What of a user's conversations brings a notification. */
export interface NotificationLevelTable {
  app_id: number;
  user_id: string;
  /** As in `conversations`; 10 ultra group. */
  kind: number;
  /** The app of the other user, or of the group. */
  target_app_id: number;
  /** Empty: all conversations of the kind. */
  target_id: string;
  /** Empty: all channels. */
  channel: string;
  level: number;
  /** Set by the older switch, which knows on and off only. */
  by_switch: boolean;
}

/** The part of the day in which a user does not want to be disturbed. */
export interface QuietPeriodTable {
  app_id: number;
  user_id: string;
  /** `HH:MM:SS` in the server's zone. */
  start_time: string;
  minutes: number;
  level: number;
}

/** What a user calls another in notifications. */
export interface UserRemarkTable {
  app_id: number;
  user_id: string;
  target_id: string;
  remark: string;
  /** Order of setting. */
  position: Sequence;
}

/** What a user is called in notifications of a group. Kept when the member leaves and when the group goes. */
export interface GroupRemarkTable {
  app_id: number;
  user_id: string;
  group_id: string;
  remark: string;
}

/** A client that is, or was, connected as a user. */
export interface DeviceTable {
  app_id: number;
  /** Chosen by the client; one device belongs to one user at a time. */
  device_id: string;
  user_id: string;
  platform: 'ios' | 'android' | 'harmonyos' | 'web';
  /** The application that runs on it. */
  package_name: string | null;
  /** Whose pushes reach it, `apns` for example, and what it is called there. */
  provider: string | null;
  token: string | null;
  push_allowed: boolean;
  connected_at: Millis;
}

/** One push to an audience. */
export interface PushTaskTable {
  id: Sequence;
  app_id: number;
  public_id: string;
  /** JSON. */
  audience: string;
  /** Of the devices; none when nothing is pushed. */
  platforms: string[];
  /** JSON; null when nothing is pushed. */
  notification: string | null;
  /** The message that the users get as well. */
  message_id: number | null;
  /** First its targets are found, then they are sent to. */
  state: 'expanding' | 'sending' | 'done';
  /** Users up to this id have their targets. */
  expanded_to: Generated<string>;
  /** Numbers of targets, once it is done. */
  sent: Generated<number>;
  failed: Generated<number>;
  skipped: Generated<number>;
  created_at: Millis;
  finished_at: Millis | null;
}

/** A device that gets a push; a user who gets the message, but no push, has one with an empty `device_id`. */
export interface PushTargetTable {
  task_id: number;
  user_id: string;
  device_id: string;
  /** `sending` is in doubt when the process dies: it is sent again. */
  state: 'pending' | 'sending' | 'sent' | 'failed' | 'skipped';
  attempts: number;
}

export interface PushTables {
  notification_levels: NotificationLevelTable;
  quiet_periods: QuietPeriodTable;
  user_remarks: UserRemarkTable;
  group_remarks: GroupRemarkTable;
  devices: DeviceTable;
  push_tasks: PushTaskTable;
  push_targets: PushTargetTable;
}
