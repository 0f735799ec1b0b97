import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Caller } from '../../src/index.ts';
import { refused } from '../support/jmessage-wire.ts';
import { pictures, uploaded } from '../support/media.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

const ofCloud = 'qiniu/image/F39AA12204DAB6A2';

let on: TestServer;
/** Of an app that refuses ids that no upload gave. */
let strict: Caller;
let ofStrict: string;
beforeAll(async () => {
  on = await startTestServer();
  ({ jmessage: strict } = await on.addApp({
    settings: { rateLimits: { enabled: false, overrides: {} }, unknownMedia: 'refuse' },
  }));
  ofStrict = (await uploaded({ jmessage: strict }, 'image', pictures.png!)).media_id;
  for (const app of [on.jmessage, strict]) {
    await app.call('registerAdmin', { body: { username: 'fang', password: 'secret' } });
    await app.call('registerUsers', { body: [{ username: 'javen', password: 'secret' }] });
  }
});
afterAll(() => on.stop());

const namesNoFile = (field: string) => ({
  status: 400,
  body: { error: { code: 899003, message: `parameter invalid: ${field} names no file that was uploaded here` } },
});
const sums = { media_crc32: 1, fsize: 1 };
const picture = (media_id: string) => ({ media_id, ...sums, width: 1, height: 1, format: 'jpg' });
const bodies: [type: string, field: string, body: (mediaId: string) => object][] = [
  ['image', 'msg_body.media_id', picture],
  ['voice', 'msg_body.media_id', (media_id) => ({ media_id, ...sums, duration: 1 })],
  ['file', 'msg_body.media_id', (media_id) => ({ media_id, ...sums, fname: 'a' })],
  ['video', 'msg_body.video.media_id', (media_id) => ({ duration: 1, video: { media_id, ...sums, fname: 'a' } })],
  [
    'video',
    'msg_body.thumb.media_id',
    (media_id) => ({ duration: 1, video: { media_id: ofStrict, ...sums, fname: 'a' }, thumb: picture(media_id) }),
  ],
];

const send = (app: Caller, msg_type: string, msg_body: object) =>
  app.call('sendMessage', {
    body: { version: 1, target_type: 'single', target_id: 'javen', from_type: 'admin', from_id: 'fang', msg_type, msg_body },
  });
const avatarOf = async (username: string) => ((await strict.call('getUser', { path: { username } })).body as { avatar?: string }).avatar;

describe('an app as it comes accepts ids of before its move', () => {
  test('in avatars', async () => {
    expect(await on.jmessage.call('updateUser', { path: { username: 'javen' }, body: { avatar: ofCloud } })).toMatchObject({ status: 204 });
    expect(await on.jmessage.call('getUser', { path: { username: 'javen' } })).toMatchObject({ body: { avatar: ofCloud } });
    const body = { owner_username: 'javen', name: 'chess', avatar: ofCloud };
    expect(await on.jmessage.call('createGroup', { body })).toMatchObject({ status: 201, body: { avatar: ofCloud } });
  });

  test.each(bodies)('in messages: %s, %s', async (type, _, body) => {
    expect(await send(on.jmessage, type, body(ofCloud))).toMatchObject({ status: 201 });
  });

  test('and has no address for them', async () => {
    expect(await on.jmessage.call('getMedia', { query: { mediaId: ofCloud } })).toMatchObject(refused(899003, 404));
  });
});

describe('an app that refuses them', () => {
  let foreign: string;
  beforeEach(async () => {
    foreign = (await uploaded(on, 'image', pictures.png!)).media_id;
  });

  test('refuses them in the avatar of a user, the ids of another app too, and changes nothing', async () => {
    await strict.call('updateUser', { path: { username: 'javen' }, body: { avatar: ofStrict } });
    for (const avatar of [ofCloud, foreign, ofStrict.toLowerCase(), ` ${ofStrict}`]) {
      const answer = await strict.call('updateUser', { path: { username: 'javen' }, body: { avatar, nickname: 'other' } });
      expect(answer).toMatchObject(namesNoFile('avatar'));
    }
    expect(await strict.call('getUser', { path: { username: 'javen' } })).toMatchObject({ body: { avatar: ofStrict } });
    expect((await strict.call('getUser', { path: { username: 'javen' } })).body).not.toHaveProperty('nickname');
  });

  test('lets an avatar be taken away', async () => {
    await strict.call('updateUser', { path: { username: 'javen' }, body: { avatar: ofStrict } });
    expect(await strict.call('updateUser', { path: { username: 'javen' }, body: { avatar: '' } })).toMatchObject({ status: 204 });
    expect(await avatarOf('javen')).toBeUndefined();
  });

  test('refuses them user by user in a registration', async () => {
    const account = (username: string, avatar?: string) => ({ username, password: 'secret', ...(avatar !== undefined && { avatar }) });
    const body = [account('anna', ofStrict), account('bert', ofCloud), account('carl'), account('dora', ''), account('bert', ofStrict)];
    const error = { code: 899003, message: 'parameter invalid: avatar names no file that was uploaded here' };
    const answer = await strict.call('registerUsers', { body });
    expect(answer).toMatchObject({ status: 201 });
    expect(answer.body).toEqual([
      { username: 'anna' },
      { username: 'bert', error },
      { username: 'carl' },
      { username: 'dora' },
      { username: 'bert' },
    ]);
    expect(await avatarOf('bert')).toBe(ofStrict);
    expect(await strict.call('registerUsers', { body: [account('emma', ofCloud)] })).toMatchObject({ status: 400, body: [{ error }] });
    expect(await strict.call('registerAdmin', { body: account('emma', ofCloud) })).toMatchObject(namesNoFile('avatar'));
    expect(await strict.call('getUser', { path: { username: 'emma' } })).toMatchObject(refused(899002, 403));
  });

  test('refuses them in the avatar of a group', async () => {
    const draft = { owner_username: 'javen', name: 'chess' };
    expect(await strict.call('createGroup', { body: { ...draft, avatar: ofCloud } })).toMatchObject(namesNoFile('avatar'));
    expect(await strict.call('listGroups')).toMatchObject({ body: { total: 0 } });
    const created = await strict.call('createGroup', { body: { ...draft, avatar: ofStrict } });
    const { gid } = created.body as { gid: number };
    expect(await strict.call('updateGroup', { path: { gid }, body: { avatar: foreign, name: 'go' } })).toMatchObject(namesNoFile('avatar'));
    expect(await strict.call('getGroup', { path: { gid } })).toMatchObject({ body: { avatar: ofStrict, name: 'chess' } });
    expect(await strict.call('updateGroup', { path: { gid }, body: { avatar: '' } })).toMatchObject({ status: 204 });
  });

  test.each(bodies)('refuses them in messages, naming the field: %s, %s', async (type, field, body) => {
    for (const mediaId of [ofCloud, foreign, '']) expect(await send(strict, type, body(mediaId))).toMatchObject(namesNoFile(field));
    expect(await send(strict, type, body(ofStrict))).toMatchObject({ status: 201 });
  });

  test('does not look into what is its own affair', async () => {
    expect(await send(strict, 'custom', { media_id: ofCloud })).toMatchObject({ status: 201 });
    expect(await send(strict, 'text', { text: 'hi', extras: { media_id: ofCloud } })).toMatchObject({ status: 201 });
  });

  test('takes an id for unknown until its upload has ended', async () => {
    await on.ctx.db.updateTable('media').set({ stored: false }).where('media_id', '=', ofStrict).execute();
    expect(await strict.call('updateUser', { path: { username: 'javen' }, body: { avatar: ofStrict } })).toMatchObject(
      namesNoFile('avatar'),
    );
    expect(await strict.call('getMedia', { query: { mediaId: ofStrict } })).toMatchObject(refused(899003, 404));
  });
});
