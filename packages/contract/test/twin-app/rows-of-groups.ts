import { allOf, day, type Filling, numberOf, type Rows } from './filling.ts';

/** An empty id stands for all groups of the app. */
export function rowsOfGroups(filling: Filling): Rows {
  const { appId, partnerId, label, marked, at } = filling;
  const groups = allOf(filling).groups.map((name, index) => ({ name, gid: numberOf(appId, index) }));
  const markedGroups = groups.filter(({ name }) => marked.groups.includes(name));
  const ofPairs = <Row>(row: (place: { app_id: number; group_id: string; user_id: string }) => Row) =>
    marked.groups.flatMap((group) => marked.users.map((user) => row({ app_id: appId, group_id: group, user_id: user })));
  return {
    groups: groups.map(({ name, gid }) => ({
      gid,
      app_id: appId,
      group_id: name,
      name: `${label} ${name}`,
      description: label,
      owner_app_id: appId,
      owner_id: 'ann',
      max_members: 500,
      created_at: at,
      updated_at: at,
    })),
    group_members: [
      ...groups.map(({ gid }) => ({ gid, app_id: appId, user_id: 'ann' })),
      ...markedGroups.flatMap(({ gid }) => [
        ...marked.users.filter((name) => name !== 'ann').map((name) => ({ gid, app_id: appId, user_id: name })),
        { gid, app_id: appId, user_id: 'dana' },
        { gid, app_id: partnerId, user_id: 'ann' },
      ]),
      ...marked.users.map((name) => ({ gid: numberOf(partnerId, 0), app_id: appId, user_id: name })),
    ],
    group_mutes: [
      ...ofPairs((place) => ({ ...place, muted_at: at, muted_until: at + day })),
      ...marked.users.map((name) => ({ app_id: appId, group_id: '', user_id: name, muted_at: at, muted_until: at + day })),
    ],
    muted_groups: marked.groups.map((name) => ({ app_id: appId, group_id: name })),
    group_allowlists: ofPairs((place) => place),
    group_shields: ofPairs((place) => place),
    group_remarks: ofPairs((place) => ({ ...place, remark: label })),
  };
}

/** What users have set for one conversation, with a user or a group. */
export function rowsOfConversationSettings({ appId, partnerId, marked }: Filling): Rows {
  const conversations = [
    { kind: 1, target_id: 'bob' },
    { kind: 1, target_id: 'cat' },
    { kind: 3, target_id: 'chess' },
  ];
  const ofMarked = <Row>(row: (app: { app_id: number; user_id: string }) => Row[]) =>
    marked.users.flatMap((name) => row({ app_id: appId, user_id: name }));
  const level = { channel: '', level: 5, by_switch: true };
  return {
    conversation_settings: ofMarked((user) => conversations.map((conversation) => ({ ...user, ...conversation, pinned: true }))),
    notification_levels: [
      ...ofMarked((user) => [
        ...conversations.map((conversation) => ({ ...user, ...conversation, target_app_id: appId, ...level })),
        { ...user, kind: 3, target_app_id: appId, target_id: '', ...level },
        { ...user, kind: 1, target_app_id: partnerId, target_id: 'ann', ...level },
      ]),
      ...marked.users.map((name) => ({ app_id: partnerId, user_id: 'ann', kind: 1, target_app_id: appId, target_id: name, ...level })),
    ],
  };
}
