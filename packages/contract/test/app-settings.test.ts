import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { changeSettings } from '../../server/src/domain/app-settings.ts';
import { AppDirectory } from '../../server/src/domain/apps.ts';
import type { SettingsChange } from '../../server/src/domain/settings.ts';
import { startTestServer, type TestServer } from './support/server.ts';

let on: TestServer;
beforeAll(async () => {
  on = await startTestServer();
});
afterAll(() => on.stop());

async function newApp() {
  const { app, rongcloud } = await on.addApp();
  return {
    app,
    change: (change: SettingsChange) => changeSettings({ ...on.ctx, app }, change),
    listAttributes: async () => (await rongcloud.call('listChatroomAttributes', { body: { chatroomId: 'room' } })).status,
  };
}

describe('a change of settings', () => {
  test('holds for the next request', async () => {
    const { change, listAttributes } = await newApp();
    expect(await listAttributes()).toBe(200);
    await change({ services: { chatroomAttributes: false } });
    expect(await listAttributes()).toBe(430);
    await change({ services: { chatroomAttributes: true } });
    expect(await listAttributes()).toBe(200);
  });

  test('leaves what it does not name, and answers the app as it is now', async () => {
    const { app, change } = await newApp();
    await change({ services: { chatroomAttributes: false }, chatroomsPerUser: 3 });
    const changed = await change({ services: { userAllowlist: false } });
    expect(changed).toEqual({
      ...app,
      settings: {
        ...app.settings,
        chatroomsPerUser: 3,
        services: { ...app.settings.services, chatroomAttributes: false, userAllowlist: false },
      },
    });
  });

  test('puts defaults back for null, of an entry, a section or a value', async () => {
    const { app, change } = await newApp();
    await change({ services: { chatroomAttributes: false, userAllowlist: false }, chatroomsPerUser: 3 });
    const partly = await change({ services: { chatroomAttributes: null }, chatroomsPerUser: null });
    expect(partly.settings).toEqual({ ...app.settings, services: { ...app.settings.services, userAllowlist: false } });
    expect((await change({ services: null })).settings).toEqual(app.settings);
  });

  test('loses nothing of others at the same time', async () => {
    const { app, change } = await newApp();
    const services = Object.keys(app.settings.services);
    await Promise.all(services.map((name) => change({ services: { [name]: false } })));
    const { settings } = await change({});
    expect(settings.services).toEqual(Object.fromEntries(services.map((name) => [name, false])));
  });

  test('reaches other nodes within a second', async () => {
    const { app, change } = await newApp();
    const otherNode = new AppDirectory(on.server.services);
    const seen = async () => (await otherNode.find(app.key))!.settings.chatroomsPerUser;
    expect(await seen()).toBe(1);
    await change({ chatroomsPerUser: 5 });
    on.clock.advance(999);
    expect(await seen()).toBe(1);
    on.clock.advance(1);
    expect(await seen()).toBe(5);
  });

  test('reaches other nodes also when the clock is set back', async () => {
    const { app, change } = await newApp();
    const otherNode = new AppDirectory(on.server.services);
    const seen = async () => (await otherNode.find(app.key))!.settings.chatroomsPerUser;
    expect(await seen()).toBe(1);
    await change({ chatroomsPerUser: 5 });
    on.clock.advance(-3_600_000);
    expect(await seen()).toBe(5);
  });

  test('of an app that is gone is refused', async () => {
    const { app } = await newApp();
    const gone = { ...on.ctx, app: { ...app, id: 2 ** 31 - 1 } };
    await expect(changeSettings(gone, { chatroomsPerUser: 2 })).rejects.toMatchObject({ code: 'app-unknown' });
  });
});
