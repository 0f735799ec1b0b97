import { afterAll, beforeAll, expect, test } from 'vitest';
import { AppDirectory } from '../../../server/src/domain/apps.ts';
import { invalid, send } from '../support/jmessage-wire.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

let on: TestServer;
beforeAll(async () => {
  on = await startTestServer();
});
afterAll(() => on.stop());

const done = { status: 204, body: undefined };
const paths = ['/sdkregister/status', '/v1/sdkregister/status'];

test.each(paths)('the switch at %s is on until it is set, by the query or by the body', async (path) => {
  const { app, jmessage } = await on.addApp();
  const status = async () => (await send(jmessage, `GET ${path}`)).body;
  const setting = async () => (await new AppDirectory(on.server.services).find(app.key))!.settings.clientRegistration;
  expect(await status()).toEqual({ status: 1 });
  expect(await setting()).toBe(true);
  expect(await send(jmessage, `PUT ${path}?status=0`)).toMatchObject(done);
  expect(await status()).toEqual({ status: 0 });
  expect(await setting()).toBe(false);
  expect(await send(jmessage, `PUT ${path}`, { body: '{"status":1}' })).toMatchObject(done);
  expect(await status()).toEqual({ status: 1 });
});

test.each(paths)('%s refuses what is neither 0 nor 1', async (path) => {
  for (const query of ['', '?status=2', '?status=on']) expect(await send(on.jmessage, `PUT ${path}${query}`)).toMatchObject(invalid);
  for (const body of ['{}', '{"status":"0"}']) expect(await send(on.jmessage, `PUT ${path}`, { body })).toMatchObject(invalid);
  expect((await send(on.jmessage, `GET ${path}`)).body).toEqual({ status: 1 });
});

test('the app registers users for itself while clients cannot', async () => {
  const { jmessage } = await on.addApp();
  await jmessage.call('setClientRegistration', { query: { status: 0 } });
  expect(await jmessage.call('registerUsers', { body: [{ username: 'javen', password: 'secret' }] })).toMatchObject({ status: 201 });
});

test("the switch is the app's own, and leaves the app's other switches", async () => {
  const [one, other] = [await on.addApp(), await on.addApp()];
  await one.jmessage.call('setSensitiveWordFilter', { query: { status: 0 } });
  await one.jmessage.call('setClientRegistration', { query: { status: 0 } });
  expect((await one.jmessage.call('getSensitiveWordFilter')).body).toEqual({ status: 0 });
  expect((await other.jmessage.call('getClientRegistration')).body).toEqual({ status: 1 });
});
