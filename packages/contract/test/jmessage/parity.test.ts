import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../support/server.ts';
import { insertUsers } from '../support/users.ts';
import { chatroomFacts } from './parity/chatrooms.ts';
import { crossAppFacts } from './parity/cross-app.ts';
import { doNotDisturbFacts } from './parity/do-not-disturb.ts';
import { groupFacts } from './parity/groups.ts';
import { messageFacts } from './parity/messages.ts';
import { worldOf } from './parity/passage.ts';
import { userFacts } from './parity/users.ts';

// What both dialects show, and each makes. What one of them cannot show is in the tests of its section.
const facts = { ...userFacts, ...groupFacts, ...messageFacts, ...chatroomFacts, ...crossAppFacts, ...doNotDisturbFacts };

let on: TestServer;
beforeAll(async () => {
  on = await startTestServer();
  await insertUsers(on, 'ann1');
  await on.jmessage.call('registerAdmin', { body: { username: 'boss', password: 'secret' } });
});
afterAll(() => on.stop());

let count = 0;

describe.each(Object.entries(facts))('%s', (_, { toRongcloud, toJmessage }) => {
  test.each([
    ['JMessage', 'RongCloud', toRongcloud],
    ['RongCloud', 'JMessage', toJmessage],
  ] as const)('done through %s is seen through %s', async (_one, _other, prepare) => {
    const { act, see, is } = await prepare(worldOf(on, `user${++count}`));
    expect(await see()).not.toEqual(is);
    await act();
    expect(await see()).toEqual(is);
  });
});
