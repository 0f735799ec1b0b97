import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { forbidPushes, removeDevice } from '../../../server/src/domain/push/devices.ts';
import { deleteAccounts } from '../../../server/src/domain/users/accounts.ts';
import { connect, finished, type PushServer, startPushServer } from '../support/pushes.ts';
import { insertUsers } from '../support/users.ts';

const day = 24 * 60 * 60_000;

let on: PushServer;
beforeAll(async () => {
  on = await startPushServer();
});
afterAll(() => on.stop());

const call = (operationId: string, body: object) => on.rongcloud.call(operationId, { body });

describe('a device', () => {
  const toUser = async (userId: string) => {
    const { id } = (await call('pushToUsers', { userIds: [userId], notification: { pushContent: 'hi' } })).body as { id: string };
    await finished(on, id);
    return on.vendor.devicesOf(id);
  };

  test('is pushed to for 30 days after it connected', async () => {
    await connect(on, 'old');
    on.clock.advance(30 * day - 1);
    expect(await toUser('old')).toEqual(['old-ios']);
    on.clock.advance(1);
    expect(await toUser('old')).toEqual([]);
    await connect(on, 'old');
    expect(await toUser('old')).toEqual(['old-ios']);
  });

  test('that forbids pushes, or is removed, gets none until it connects again', async () => {
    await connect(on, 'shy');
    await forbidPushes(on.ctx, { userId: 'somebody else', deviceId: 'shy-ios' });
    expect(await toUser('shy')).toEqual(['shy-ios']);
    await forbidPushes(on.ctx, { userId: 'shy', deviceId: 'shy-ios' });
    expect(await toUser('shy')).toEqual([]);
    await connect(on, 'shy');
    expect(await toUser('shy')).toEqual(['shy-ios']);
    await removeDevice(on.ctx, { userId: 'shy', deviceId: 'shy-ios' });
    expect(await toUser('shy')).toEqual([]);
  });

  test('belongs to the user who connected last', async () => {
    await connect(on, 'first', { deviceId: 'shared' });
    await connect(on, 'second', { deviceId: 'shared' });
    expect(await toUser('first')).toEqual([]);
    expect(await toUser('second')).toEqual(['shared']);
  });

  test('of a blocked user gets none while the block lasts', async () => {
    await connect(on, 'blocked');
    await call('blockUsers', { userId: ['blocked'], minute: 10 });
    expect(await toUser('blocked')).toEqual([]);
    on.clock.advance(10 * 60_000);
    expect(await toUser('blocked')).toEqual(['blocked-ios']);
  });

  test('goes with a deactivated and with a deleted user', async () => {
    for (const userId of ['leaver', 'gone']) {
      await insertUsers(on, userId);
      await connect(on, userId);
    }
    await call('deactivateUsers', { userId: ['leaver'] });
    await deleteAccounts(on.ctx, ['gone']);
    expect(await on.ctx.db.selectFrom('devices').selectAll().where('user_id', 'in', ['leaver', 'gone']).execute()).toEqual([]);
  });
});

describe('what a device gets', () => {
  /** By platform, from a push to a user who has all three. */
  const contents = async (notification: object) => {
    for (const platform of ['ios', 'android', 'harmonyos'] as const) await connect(on, 'all', { platform });
    const { id } = await on.push({ userid: ['all'] }, { notification });
    await finished(on, id);
    return Object.fromEntries(
      on.vendor.pushes.filter(({ taskId }) => taskId === id).map(({ device, content }) => [device.platform, content]),
    );
  };

  test('is the default text unless its platform has one; the same for the title', async () => {
    const notification = {
      title: 'T',
      alert: 'default',
      forceShowPushContent: 1,
      ios: { title: 'I', alert: 'for iOS' },
      android: { alert: '' },
    };
    expect(await contents(notification)).toMatchObject({
      ios: { title: 'I', alert: 'for iOS', forceShow: true },
      android: { title: 'T', alert: 'default' },
      harmonyos: { title: 'T', alert: 'default' },
    });
  });

  test('has the settings of its platform', async () => {
    const ios = {
      contentAvailable: 1,
      badge: -1,
      'thread-id': 't',
      'apns-collapse-id': 'c',
      category: 'k',
      richMediaUri: 'r',
      'interruption-level': 'active',
    };
    const android = {
      hw: { channelId: 'h', importance: 'LOW', image: 'https://e.com/i.png', category: 'IM' },
      honor: { importance: 'NORMAL' },
      mi: { channelId: 'm', large_icon_uri: 'http://e.com/l.png' },
      oppo: { channelId: 'o', category: 'c', notify_level: 16 },
      vivo: { classification: '1', category: 'IM' },
      fcm: { channelId: 'f', collapse_key: 'k', imageUrl: 'https://e.com/f.png' },
    };
    const harmonyOS = { ohos: { image: 'https://e.com/o.png', category: 'IM' } };
    const extras = { screen: 'news', empty: '', deep: { is: null } };
    const {
      ios: i,
      android: a,
      harmonyos: h,
    } = await contents({
      alert: 'x',
      ios: { ...ios, extras },
      android: { ...android, extras },
      harmonyOS: { ...harmonyOS, extras },
    });
    expect(i).toMatchObject({
      extras,
      settings: {
        contentAvailable: true,
        badge: -1,
        threadId: 't',
        collapseId: 'c',
        category: 'k',
        richMediaUri: 'r',
        interruptionLevel: 'active',
      },
    });
    expect(a).toMatchObject({
      extras,
      settings: {
        ...android,
        mi: { channelId: 'm', image: 'http://e.com/l.png' },
        oppo: { channelId: 'o', category: 'c', notifyLevel: 16 },
        vivo: { classification: 1, category: 'IM' },
        fcm: { channelId: 'f', collapseKey: 'k', image: 'https://e.com/f.png' },
      },
    });
    expect(h).toMatchObject({ extras, settings: harmonyOS.ohos });
  });

  test('has the settings of the Go SDK, which knows no vendors, where a vendor has none of its own', async () => {
    const flat = { channelId: 'c', importance: 'LOW', image: 'https://e.com/i.png', large_icon_uri: 'l', classification: 0 };
    const { android, ios } = await contents({
      alert: 'x',
      android: { ...flat, hw: { channelId: 'own' } },
      ios: { threadId: 't', unknown: 1 },
    });
    expect(android!.settings).toEqual({
      hw: { channelId: 'own', importance: 'LOW', image: 'https://e.com/i.png' },
      honor: { importance: 'LOW', image: 'https://e.com/i.png' },
      mi: { channelId: 'c', image: 'l' },
      oppo: { channelId: 'c' },
      vivo: { classification: 0 },
      fcm: { channelId: 'c' },
    });
    expect(ios!.settings).toEqual({ threadId: 't' });
  });

  test('of a push to users is one text for all', async () => {
    for (const platform of ['ios', 'android'] as const) await connect(on, 'two', { platform });
    const notification = { title: 'T', pushContent: 'text', ios: { alert: 'ignored', badge: 3 }, android: { alert: 'ignored' } };
    const { id } = (await call('pushToUsers', { userIds: ['two', 'two'], notification })).body as { id: string };
    expect(await finished(on, id)).toEqual({ sent: 2, failed: 0, skipped: 0 });
    const got = on.vendor.pushes.filter(({ taskId }) => taskId === id).map(({ content }) => content);
    expect(got).toMatchObject([
      { title: 'T', alert: 'text' },
      { title: 'T', alert: 'text', settings: { badge: 3 } },
    ]);
  });
});
