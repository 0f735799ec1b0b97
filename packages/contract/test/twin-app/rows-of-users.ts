import { allOf, day, type Filling, isSecond, type Rows } from './filling.ts';

/** Users, and what is kept for one user. */
export function rowsOfUsers(filling: Filling): Rows {
  const { appId, label, marked, at } = filling;
  // Also those who are not marked: some things are told by the lack of another.
  const tagged = marked.users.concat(isSecond(filling) ? [] : ['bob', 'cat']);
  const withDevice = marked.users.concat(isSecond(filling) ? [] : ['cat']);
  const ofMarked = <Row>(row: (user_id: string) => Row) => marked.users.map((name) => row(name));
  return {
    users: allOf(filling).users.map((name) => ({
      app_id: appId,
      user_id: name,
      name: `${label} ${name}`,
      portrait_uri: `https://example.com/${label}`,
      signature: label,
      extras: JSON.stringify({ of: label }),
      is_admin: name === 'dana' || (isSecond({ marked }) && name !== 'ann'),
      created_at: at,
      updated_at: at,
    })),
    user_states: [
      ...ofMarked((user_id) => ({
        app_id: appId,
        user_id,
        tokens_valid_from: at,
        blocked_until: at + day,
        private_muted_at: at,
        quiet: true,
        allowlist_on: true,
      })),
      { app_id: appId, user_id: 'old', deactivated_at: at - 40 * day, tokens_valid_from: at },
      // Who is registered elsewhere.
      ...(isSecond(filling) ? ['dana', 'gone'] : []).map((user_id) => ({
        app_id: appId,
        user_id,
        deactivated_at: at - 40 * day,
        tokens_valid_from: at,
      })),
    ],
    user_tags: tagged.flatMap((user_id) => ['chess', label].map((tag, position) => ({ app_id: appId, user_id, tag, position }))),
    quiet_periods: ofMarked((user_id) => ({ app_id: appId, user_id, start_time: '22:00:00', minutes: 7, level: 5 })),
    devices: withDevice.map((user_id) => ({
      app_id: appId,
      device_id: `device of ${user_id}`,
      user_id,
      platform: 'ios' as const,
      package_name: 'com.example',
      provider: 'apns',
      token: label,
      push_allowed: true,
      connected_at: at,
    })),
  };
}

/** What a user keeps about other users. */
export function rowsOfRelations({ appId, partnerId, label, marked, at }: Filling): Rows {
  const own = marked.users;
  const targets = ['ann', 'bob', 'cat', 'dana'];
  const pairs = own.flatMap((user_id) => targets.filter((target) => target !== user_id).map((target) => [user_id, target] as const));
  const friend = (app_id: number, user_id: string, [friend_app_id, friend_id]: readonly [number, string]) => {
    return { app_id, user_id, friend_app_id, friend_id, note_name: label, others: label };
  };
  return {
    app_trusts: [
      { app_id: appId, trusted_id: partnerId, created_at: at },
      { app_id: partnerId, trusted_id: appId, created_at: at },
    ],
    blocklists: [
      ...pairs.map(([user_id, blocked_id]) => ({ app_id: appId, user_id, blocked_app_id: appId, blocked_id })),
      ...own.map((user_id) => ({ app_id: appId, user_id, blocked_app_id: partnerId, blocked_id: 'ann' })),
      ...own.map((blocked_id) => ({ app_id: partnerId, user_id: 'ann', blocked_app_id: appId, blocked_id })),
    ],
    allowlists: pairs.map(([user_id, allowed_id]) => ({ app_id: appId, user_id, allowed_id })),
    friends: [
      ...pairs.flatMap(([user_id, other]) => [friend(appId, user_id, [appId, other]), friend(appId, other, [appId, user_id])]),
      ...own.flatMap((user_id) => [friend(appId, user_id, [partnerId, 'ann']), friend(partnerId, 'ann', [appId, user_id])]),
    ].filter(isFirst),
    user_remarks: pairs.map(([user_id, target_id]) => ({ app_id: appId, user_id, target_id, remark: `${label} ${target_id}` })),
  };
}

/** Two marked users are friends of each other by either. */
function isFirst(row: object, index: number, rows: object[]): boolean {
  return rows.findIndex((other) => JSON.stringify(other) === JSON.stringify(row)) === index;
}
