import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { messagesIn } from '../support/messages.ts';
import { accepted, post, refused } from '../support/rongcloud-wire.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

let on: TestServer;
beforeAll(async () => {
  on = await startTestServer();
});
afterAll(() => on.stop());

const send = (path: string, body: string) => post(on.rongcloud, path, { body });

/** A group of the members, made by the form, and whom it then has. */
async function membersOf(groupId: string, members: string): Promise<string[]> {
  expect(await send('/group/create.json', `groupId=${groupId}&groupName=x&${members}`)).toMatchObject(accepted);
  const { body } = await on.rongcloud.call('listGroupMembers', { body: { groupId } });
  return (body as { users: { id: string }[] }).users.map(({ id }) => id);
}

describe('a list in brackets is the list of that name', () => {
  test.each([
    ['jQuery, Rails, axios', 'userId%5B%5D=a&userId%5B%5D=b&userId%5B%5D=c'],
    ['curl by hand', 'userId[]=a&userId[]=b&userId[]=c'],
    ['PHP, qs', 'userId%5B0%5D=a&userId%5B1%5D=b&userId%5B2%5D=c'],
    ['PHP after array_filter', 'userId%5B1%5D=a&userId%5B5%5D=b&userId%5B7%5D=c'],
    ['indices out of order', 'userId[2]=c&userId[10]=d&userId[0]=a&userId[1]=b'],
    ['PHP with keys', 'userId%5Bx%5D=a&userId%5By%5D=b&userId%5Bz%5D=c'],
    ['repetitions', 'userId=a&userId=b&userId=c'],
    ['a mixture', 'userId=b&userId[0]=a&userId[]=c'],
    ['a single one', 'userId[]=a'],
    ['a single one with an index', 'userId%5B0%5D=a'],
    ['empty ones between', 'userId[]=&userId[]=a&userId[1]='],
    ['a very large index', 'userId[99999999999999999999]=b&userId[0]=a'],
  ])('as %s writes it', async (writer, members) => {
    const wanted = ['a', 'b', 'c', 'd'].filter((user) => new RegExp(`=${user}(&|$)`).test(members));
    expect(await membersOf(writer.replaceAll(/\W/g, ''), members)).toEqual(wanted);
  });

  test('so a message to one member of a group does not go to all', async () => {
    await membersOf('team', 'userId=ann&userId=bob');
    const message = 'fromUserId=ann&toGroupId=team&objectName=RC:TxtMsg&content={"content":"for you"}';
    for (const members of ['toUserId[]=bob', 'toUserId%5B0%5D=bob', 'toUserId=bob'])
      expect(await send('/message/group/publish.json', `${message}&${members}`)).toMatchObject(accepted);
    const stored = await messagesIn(on, { kind: 3, key: 'team' });
    expect(stored.map(({ options }) => options)).toMatchObject(Array.from({ length: 3 }, () => ({ onlyTo: ['bob'] })));
  });

  test('and a list inside of one is refused', async () => {
    for (const members of ['userId[0][]=a', 'userId[0][id]=a', 'userId[[]]=a']) {
      const errorMessage = expect.stringMatching(/^userId must be a list of texts/);
      expect(await send('/group/create.json', `groupId=g&groupName=x&${members}`)).toMatchObject({
        status: 400,
        body: { code: 1002, errorMessage },
      });
    }
  });

  test('whose items are refused like others', async () => {
    expect(await send('/group/create.json', 'groupId=g&groupName=x&userId[]=a,b')).toMatchObject(refused(1002));
    expect(
      await send('/user/block.json', `minute=1&${Array.from({ length: 21 }, (_, index) => `userId[]=u${index}`).join('&')}`),
    ).toMatchObject(refused(1002));
  });
});

describe('brackets elsewhere', () => {
  test('are a map where the document has one', async () => {
    const groups = 'userId=ann&group%5Bone%5D=First&group[two]=Second';
    expect(await send('/group/sync.json', groups)).toMatchObject(accepted);
    const { body } = await on.rongcloud.call('listUserGroups', { body: { userId: 'ann' } });
    expect((body as { groups: { id: string }[] }).groups.map(({ id }) => id)).toEqual(expect.arrayContaining(['one', 'two']));
  });

  test('are a part of the name where it has neither', async () => {
    expect(await send('/user/getToken.json', 'userId[]=ann')).toMatchObject({ body: { errorMessage: 'userId is required.' } });
    expect(await send('/user/getToken.json', 'userId=ann&name[]=x&other[a][b]=c&[]=1&[=2')).toMatchObject(accepted);
  });
});
