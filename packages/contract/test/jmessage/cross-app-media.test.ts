import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { grantTrust, revokeTrust } from '../../../server/src/domain/trusts/grants.ts';
import { addOtherApp, type OtherApp } from '../support/apps.ts';
import { refused } from '../support/jmessage-wire.ts';
import { addressOf, download, pictures, uploaded } from '../support/media.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { insertUsers } from '../support/users.ts';

let on: TestServer;
beforeAll(async () => {
  on = await startTestServer();
});
afterAll(() => on.stop());

/** Two apps that trust each other, and one that trusts the second alone. Each has an ann. */
let one: OtherApp;
let two: OtherApp;
let stranger: OtherApp;
/** A file of the first app. */
let picture: { media_id: string };
beforeEach(async () => {
  [one, two, stranger] = [await addOtherApp(on), await addOtherApp(on), await addOtherApp(on)];
  for (const app of [one, two, stranger]) await app.insertUsers('ann');
  await grantTrust(on.ctx, [one.app, two.app]);
  await grantTrust(on.ctx, [stranger.app, two.app]);
  picture = await uploaded(one, 'image', pictures.png!);
});

const unknown = refused(899003, 404);
const getMedia = ({ jmessage }: OtherApp, mediaId = picture.media_id) => jmessage.call('getMedia', { query: { mediaId } });
const sendPicture = (from: OtherApp, to: OtherApp) =>
  from.jmessage.call('sendMessage', {
    body: {
      version: 1,
      target_type: 'single',
      target_id: 'ann',
      target_appkey: to.app.key,
      from_type: 'user',
      from_id: 'ann',
      msg_type: 'image',
      msg_body: picture,
    },
  });

test('the file of a message from an app that trusts the own one is fetched by the id that the list of messages shows', async () => {
  expect(await sendPicture(one, two)).toMatchObject({ status: 201 });
  const query = { count: 10, begin_time: '2026-01-31 00:00:00', end_time: '2026-01-31 23:59:59' };
  const { messages } = (await two.jmessage.call('listMessages', { query })).body as { messages: { msg_body: { media_id: string } }[] };
  expect(await download(two, messages[0]!.msg_body.media_id)).toEqual(pictures.png);
});

test('the avatar of a friend in such an app is fetched by the id that the list of friends shows', async () => {
  await one.jmessage.call('updateUser', { path: { username: 'ann' }, body: { avatar: picture.media_id } });
  const body = { appkey: one.app.key, users: ['ann'] };
  expect(await two.jmessage.call('addCrossFriends', { path: { username: 'ann' }, body })).toMatchObject({ status: 201 });
  const friends = (await two.jmessage.call('listFriends', { path: { username: 'ann' } })).body as { avatar: string }[];
  expect(await download(two, friends[0]!.avatar)).toEqual(pictures.png);
});

test('an app that its owner does not trust knows no file of it, whomever else both trust', async () => {
  expect(await getMedia(stranger)).toMatchObject(unknown);
  const { pathname, search } = new URL(await addressOf(two, picture.media_id));
  const path = pathname.replace(two.app.key, stranger.app.key);
  expect(await on.jmessage.fetch(`${path}${search}`, { method: 'GET', headers: {} })).toMatchObject(unknown);
});

test('the end of trust ends addresses, those given before too, but none of the own app', async () => {
  const [foreign, own] = [new URL(await addressOf(two, picture.media_id)), await addressOf(one, picture.media_id)];
  expect((await fetch(foreign)).status).toBe(200);
  await revokeTrust(on.ctx, [two.app, one.app]);
  expect(await getMedia(two)).toMatchObject(unknown);
  expect(await on.jmessage.fetch(`${foreign.pathname}${foreign.search}`, { method: 'GET', headers: {} })).toMatchObject(unknown);
  expect((await fetch(own)).status).toBe(200);
});

test('an app that refuses ids that no upload gave may name files of apps that trust it, and no longer than they do', async () => {
  const settings = { rateLimits: { enabled: false, overrides: {} }, unknownMedia: 'refuse' } as const;
  const strict = await on.addApp({ settings });
  await insertUsers({ ...on, app: strict.app }, 'ann');
  const setAvatar = () => strict.jmessage.call('updateUser', { path: { username: 'ann' }, body: { avatar: picture.media_id } });
  await grantTrust(on.ctx, [strict.app, two.app]);
  expect(await setAvatar()).toMatchObject({ status: 400 });
  await grantTrust(on.ctx, [strict.app, one.app]);
  expect(await setAvatar()).toMatchObject({ status: 204 });
  expect(await sendPicture({ ...two, ...strict }, one)).toMatchObject({ status: 201 });
  await revokeTrust(on.ctx, [strict.app, one.app]);
  expect(await setAvatar()).toMatchObject({ status: 400 });
});
