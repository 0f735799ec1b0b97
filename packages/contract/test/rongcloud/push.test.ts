import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { finished, type PushServer, startPushServer } from '../support/pushes.ts';
import { accepted, refused } from '../support/rongcloud-wire.ts';
import { ids } from '../support/users.ts';

let on: PushServer;
beforeAll(async () => {
  on = await startPushServer();
});
afterAll(() => on.stop());

const both = ['ios', 'android'];
const alert = { alert: 'secret words' };
const everybody = { is_to_all: true };
const call = (operationId: string, body: object) => on.rongcloud.call(operationId, { body });
const message = { fromuserid: 'app', message: { objectName: 'App:News', content: 'not JSON' } };

describe('a push without a message', () => {
  test.each<[string, object, string[]]>([
    ['everybody on the platforms', everybody, ['ann-android', 'ann-ios', 'bob-android']],
    [
      'everybody, whatever else is asked',
      { is_to_all: true, tag: ['never'], userid: ['nobody'] },
      ['ann-android', 'ann-ios', 'bob-android'],
    ],
    ['who has all tags', { tag: ['chess', 'north'] }, ['ann-android', 'ann-ios', 'bob-android']],
    ['who has one of the tags', { tag_or: ['south', 'never'] }, []],
    ['who has all of some and one of others', { tag: ['chess'], tag_or: ['north', 'go'] }, ['ann-android', 'ann-ios', 'bob-android']],
    ['nobody, when a tag is missing', { tag: ['chess', 'go'] }, []],
    ['an application', { packageName: 'com.example.lite' }, ['bob-android']],
    ['devices with the application of users with the tag', { packageName: 'com.example', tag: ['north'] }, ['ann-android', 'ann-ios']],
    [
      'users, whatever their platform and tags',
      { userid: ['ann', 'dan', 'dan', 'nobody'], tag: ['never'] },
      ['ann-android', 'ann-ios', 'dan-harmonyos'],
    ],
    ['users, with empty other conditions', { userid: ['bob'], tag: [], tag_or: [], packageName: '' }, ['bob-android']],
  ])('reaches %s', async (_, audience, devices) => {
    expect(await on.reached(audience)).toEqual(devices);
  });

  test('reaches the named platforms only', async () => {
    expect(await on.reached(everybody, { platform: ['ios'] })).toEqual(['ann-ios']);
    expect(await on.reached(everybody, { platform: ['harmonyOS', 'harmonyOS'] })).toEqual(['dan-harmonyos']);
  });

  test('has an id and counts, and stores no message', async () => {
    const { id, ...rest } = await on.push(everybody);
    expect(rest).toEqual({ code: 200 });
    expect(id).toMatch(/^[0-9A-Za-z]{22}$/);
    expect(await finished(on, id)).toEqual({ sent: 3, failed: 0, skipped: 0 });
    expect(await on.ctx.db.selectFrom('conversations').selectAll().execute()).toEqual([]);
  });

  test('needs a text for each platform', async () => {
    const pushing = (notification: object | undefined, platform = both) =>
      call('pushToAudience', { platform, audience: everybody, ...(notification && { notification }) });
    const missing = { ...refused(1002), body: { code: 1002, errorMessage: 'notification.alert is required.' } };
    expect(await pushing({ title: 't' })).toMatchObject(missing);
    expect(await pushing({ ios: { alert: 'i' } })).toMatchObject(missing);
    expect(await pushing({ ios: { alert: 'i' } }, ['ios'])).toMatchObject(accepted);
    expect(await pushing({ ios: { alert: 'i' }, android: { alert: 'a' } })).toMatchObject(accepted);
    expect(await pushing(undefined)).toMatchObject({ status: 400, body: { code: 1002, errorMessage: 'notification is required.' } });
  });

  test('is for the users of its app', async () => {
    const other = await on.addApp();
    const answer = await other.rongcloud.call('pushToAudience', { body: { platform: both, audience: everybody, notification: alert } });
    const { id } = answer.body as { id: string };
    expect(await finished(on, id)).toEqual({ sent: 0, failed: 0, skipped: 0 });
  });
});

describe('refused are', () => {
  const ok = { platform: both, audience: everybody, notification: alert };
  const nobody = 'audience names nobody: give is_to_all, userid, tag, tag_or or packageName.';

  test.each<[string, object, number, string?]>([
    ['no platform', { platform: undefined }, 1002, 'platform is required.'],
    ['an empty platform', { platform: [] }, 1002],
    ['an unknown platform', { platform: ['symbian'] }, 1002],
    ['no audience', { audience: undefined }, 1002, 'audience is required.'],
    ['an audience of nobody', { audience: {} }, 1002, nobody],
    ['an audience of nobody in the words of an SDK', { audience: { tag: [], packageName: '', is_to_all: false } }, 1002, nobody],
    ['21 tags', { audience: { tag: ids('t', 21) } }, 1002],
    ['21 alternative tags', { audience: { tag_or: ids('t', 21) } }, 1002],
    ['1001 users', { audience: { userid: ids('u', 1001) } }, 1002],
    ['too long a tag', { audience: { tag: ['字'.repeat(14)] } }, 1005],
    ['too long a user id', { audience: { userid: ['x'.repeat(65)] } }, 1005],
    ['a title of 51 characters', { notification: { title: '😀'.repeat(51), alert: 'x' } }, 1005],
    ['an iOS title of 51 characters', { notification: { alert: 'x', ios: { title: 'x'.repeat(51) } } }, 1005],
    ['too long a text', { notification: { alert: '字'.repeat(1366) } }, 1005],
    ['an unknown importance', { notification: { alert: 'x', android: { hw: { importance: 'HIGH' } } } }, 1002],
    ['a picture without https', { notification: { alert: 'x', android: { honor: { image: 'http://e.com' } } } }, 1002],
    ['an unknown level', { notification: { alert: 'x', android: { oppo: { notify_level: 3 } } } }, 1002],
    ['an unknown classification', { notification: { alert: 'x', android: { vivo: { classification: '2' } } } }, 1002],
    ['a badge above 9999', { notification: { alert: 'x', ios: { badge: 10_000 } } }, 1002],
    ['an unknown interruption level', { notification: { alert: 'x', ios: { 'interruption-level': 'loud' } } }, 1002],
    ['extras that are a list', { notification: { alert: 'x', ios: { extras: [1] } } }, 1002],
    ['a message without a type', { ...message, message: { content: 'x' } }, 1002, 'message.objectName is required.'],
    ['a message without content', { ...message, message: { objectName: 'App:X', content: '' } }, 1002, 'message.content is required.'],
    ['too long a content', { ...message, message: { objectName: 'App:X', content: 'x'.repeat(131_073) } }, 1005],
  ])('%s', async (_, fields, code, errorMessage) => {
    const answer = await call('pushToAudience', { ...ok, ...fields });
    expect(answer).toMatchObject({ status: 400, body: { code, ...(errorMessage && { errorMessage }) } });
  });

  test('nothing at the limits', async () => {
    const audience = { tag: ids('t', 20), tag_or: ids('t', 20), userid: ids('u', 1000), packageName: 'x'.repeat(255) };
    const notification = { title: '😀'.repeat(50), alert: '字'.repeat(1365), ios: { badge: 9999 } };
    const fields = { ...message, message: { objectName: 'x'.repeat(32), content: 'x'.repeat(131_072) } };
    expect(await on.push(audience, { notification, ...fields })).toMatchObject({ code: 200 });
  });

  test('users without a text, or too many', async () => {
    const notification = { pushContent: 'x' };
    expect(await call('pushToUsers', { userIds: ids('u', 101), notification })).toMatchObject(refused(1002));
    expect(await call('pushToUsers', { userIds: ids('u', 100), notification })).toMatchObject(accepted);
    expect(await call('pushToUsers', { userIds: [], notification })).toMatchObject(refused(1002));
    const missing = { status: 400, body: { code: 1002, errorMessage: 'notification.pushContent is required.' } };
    expect(await call('pushToUsers', { userIds: ['u'], notification: { pushContent: '' } })).toMatchObject(missing);
    expect(await call('pushToUsers', { userIds: ['u'], notification: { ...notification, title: 'x'.repeat(51) } })).toMatchObject(
      refused(1005),
    );
  });

  test('everything but a push to users while the service is off', async () => {
    const { rongcloud } = await on.addApp({ settings: { services: { broadcast: false }, rateLimits: { enabled: false } } });
    const off = { status: 430, body: { code: 1009, errorMessage: 'Service broadcast is not enabled.' } };
    expect(await rongcloud.call('pushToAudience', { body: ok })).toMatchObject(off);
    expect(await rongcloud.call('pushToAudience', { body: { ...ok, ...message } })).toMatchObject(off);
    expect(await rongcloud.call('pushToAudience', { body: { ...ok, platform: [] } })).toMatchObject(refused(1002));
    expect(await rongcloud.call('pushToUsers', { body: { userIds: ['u'], notification: { pushContent: 'x' } } })).toMatchObject(accepted);
  });
});
