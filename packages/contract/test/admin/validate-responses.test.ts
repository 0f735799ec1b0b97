import { type RunningServer, startServer } from '@diglot/server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rongcloud } from '../../../server/src/rongcloud/index.ts';
import { createCaller, credentialHeaders } from '../../src/index.ts';
import { adminKey, freshDatabase } from '../support/server.ts';

/** A dialect with a fault: one answer has a status that the document does not know. */
const faulty = { ...rongcloud, handlers: { ...rongcloud.handlers, checkUserOnline: async () => ({ code: 200, status: 'perhaps' }) } };

let server: RunningServer;
let drop: () => Promise<void>;
beforeAll(async () => {
  const fresh = await freshDatabase();
  drop = fresh.drop;
  server = await startServer({ database: fresh.database, adminKey, dialects: [faulty], warmUp: false });
});
afterAll(async () => {
  await server.stop();
  await drop();
});

const admin = () => createCaller({ dialect: 'admin', baseUrl: server.url, adminKey });

interface Created {
  appKey: string;
  appSecret: string;
}

async function newApp() {
  const app = (await admin().call('createApp', { body: { name: 'x' } })).body as Created;
  return {
    validate: (validateResponses: boolean | null) =>
      admin().call('updateSettings', { path: { appKey: app.appKey }, body: { validateResponses } }),
    /** Past the checks of the kit, which would not let a wrong answer pass. */
    call: async (path: string) => {
      const headers = await credentialHeaders('rongcloud', app);
      const response = await fetch(server.url + path, { method: 'POST', headers, body: new URLSearchParams({ userId: 'ann' }) });
      return { status: response.status, body: await response.json() };
    },
  };
}

describe('an answer that does not fit the document', () => {
  const online = '/user/checkOnline.json';

  test('is sent as it is, unless the app has its answers held against the document: then it is a 500 without details', async () => {
    const { validate, call } = await newApp();
    const other = await newApp();
    expect(await call(online)).toEqual({ status: 200, body: { code: 200, status: 'perhaps' } });
    await validate(true);
    expect(await call(online)).toEqual({ status: 500, body: { url: online, code: 1000, errorMessage: 'Internal logic error.' } });
    expect(await other.call(online)).toMatchObject({ status: 200 });
    await validate(null);
    expect(await call(online)).toMatchObject({ status: 200, body: { status: 'perhaps' } });
  });

  test('is the only one that fails', async () => {
    const { validate, call } = await newApp();
    await validate(true);
    expect(await call('/user/getToken.json')).toMatchObject({ status: 200, body: { userId: 'ann' } });
    expect(await call('/user/block.json')).toMatchObject({ status: 400, body: { code: 1002, errorMessage: 'minute is required.' } });
  });
});
