import type { Sequence } from './schema.ts';

/** What of a user's conversations brings a notification. */
export interface NotificationLevelTable {
  app_id: number;
  user_id: string;
  /** As in `conversations`; 10 ultra group. */
  kind: number;
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

export interface PushTables {
  notification_levels: NotificationLevelTable;
  quiet_periods: QuietPeriodTable;
  user_remarks: UserRemarkTable;
  group_remarks: GroupRemarkTable;
}
