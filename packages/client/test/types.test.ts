import { describe, expectTypeOf, test } from 'vitest';
import type { AdminClient, CallOptions, JMessageClient, RongCloudClient } from '../src/index.ts';

/** Never called: the compiler is what reads it. */
function compiled(_: (rongcloud: RongCloudClient, jmessage: JMessageClient) => void): void {}

describe('rongcloud', () => {
  test('takes the fields of the body and gives the fields of the answer', () => {
    expectTypeOf<RongCloudClient['getUser']>().parameter(0).toEqualTypeOf<{ userId: string }>();
    expectTypeOf<RongCloudClient['getUser']>().parameter(1).toEqualTypeOf<CallOptions | undefined>();
    expectTypeOf<RongCloudClient['getUser']>().returns.resolves.toEqualTypeOf<{
      code: 200;
      userName: string;
      userPortrait: string;
      createTime: string;
    }>();
  });

  test('leaves out the failures that come with HTTP 200, which are thrown', () => {
    expectTypeOf<RongCloudClient['destroyChatrooms']>().returns.resolves.toEqualTypeOf<{ code: 200 }>();
    expectTypeOf<RongCloudClient['muteChatroom']>().returns.resolves.toEqualTypeOf<{ code: 200 }>();
  });

  test('needs no body where it is optional', () => {
    expectTypeOf<RongCloudClient['listBlockedUsers']>().parameter(0).toEqualTypeOf<{ page?: number; size?: number } | undefined>();
  });

  test('does not compile when a call does not fit', () =>
    compiled((rongcloud) => {
      // @ts-expect-error A field that is required is missing.
      rongcloud.registerUser({ name: 'Alice' });
      // @ts-expect-error There is no such field.
      rongcloud.registerUser({ userId: 'alice', nickname: 'Alice' });
      // @ts-expect-error The list is a text.
      rongcloud.blockUsers({ userId: 'alice', minute: 5 });
      // @ts-expect-error The body is missing.
      rongcloud.getUser();
      // @ts-expect-error No such value.
      rongcloud.setPrivateMute({ userId: ['alice'], state: 2, type: 'PERSON' });
      // @ts-expect-error There is no such operation.
      rongcloud.getUsers({ userId: 'alice' });
      // @ts-expect-error There is no such option.
      rongcloud.getUser({ userId: 'alice' }, { timeout: 5 });
      // @ts-expect-error The answer has no such field.
      rongcloud.getUser({ userId: 'alice' }).then(({ name }) => name);
    }));
});

describe('jmessage', () => {
  test('takes path, query and body, as far as there are any', () => {
    expectTypeOf<JMessageClient['getUser']>().parameter(0).toEqualTypeOf<{ path: { username: string } }>();
    expectTypeOf<JMessageClient['setUserForbidden']>()
      .parameter(0)
      .toEqualTypeOf<{ path: { username: string }; query: { disable: boolean } }>();
  });

  test('takes a file as a Blob', () => {
    expectTypeOf<JMessageClient['uploadMedia']>()
      .parameter(0)
      .toEqualTypeOf<{ query: { type: 'image' | 'file' | 'voice' }; body: { filename: Blob } }>();
  });

  test('needs no input where all of it is optional', () => {
    expectTypeOf<JMessageClient['listUsers']>().parameter(0).toEqualTypeOf<{ query?: { start?: number; count?: number } } | undefined>();
  });

  test('gives undefined where the answer has no body', () => {
    expectTypeOf<JMessageClient['setUserForbidden']>().returns.resolves.toBeUndefined();
  });

  test('shows the errors in a success', () => {
    type Outcome = Awaited<ReturnType<JMessageClient['registerUsers']>>[number];
    expectTypeOf<Extract<Outcome, { error: unknown }>['error']>().toEqualTypeOf<{ code: number; message: string }>();
  });

  test('does not compile when a call does not fit', () =>
    compiled((_, jmessage) => {
      // @ts-expect-error There is no such path parameter.
      jmessage.getUser({ path: { user: 'alice' } });
      // @ts-expect-error The path parameter is missing.
      jmessage.getUser({});
      // @ts-expect-error The input is missing.
      jmessage.getUser();
      // @ts-expect-error The query is missing.
      jmessage.setUserForbidden({ path: { username: 'alice' } });
      // @ts-expect-error There is no such query parameter.
      jmessage.listUsers({ query: { page: 1 } });
      // @ts-expect-error This operation has no body.
      jmessage.getUser({ path: { username: 'alice' }, body: {} });
      // @ts-expect-error The body is a list.
      jmessage.registerUsers({ body: { username: 'alice', password: 'secret' } });
      // @ts-expect-error There is no such field.
      jmessage.registerAdmin({ body: { username: 'alice', password: 'secret', admin: true } });
    }));
});

describe('admin', () => {
  test('takes path, query and body, and no idempotency key, which the API does not know', () => {
    expectTypeOf<AdminClient['getApp']>().parameter(0).toEqualTypeOf<{ path: { appKey: string } }>();
    expectTypeOf<AdminClient['getApp']>().parameter(1).toEqualTypeOf<Omit<CallOptions, 'idempotencyKey'> | undefined>();
    expectTypeOf<AdminClient['listApps']>().parameter(0).toEqualTypeOf<{ query?: { after?: string; limit?: number } } | undefined>();
  });

  test('takes null for a default, and gives settings that are all there', () => {
    type Body = Parameters<AdminClient['updateSettings']>[0]['body'];
    expectTypeOf<{ chatroomsPerUser: null; services: { userAllowlist: false } }>().toExtend<Body>();
    expectTypeOf<Awaited<ReturnType<AdminClient['getSettings']>>['chatroomsPerUser']>().toEqualTypeOf<number>();
  });
});
