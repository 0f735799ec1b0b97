import type { ServerOptions } from '@diglot/server';
import { expect, vi } from 'vitest';
import { type Device, registerDevice } from '../../../server/src/domain/push/devices.ts';
import type { Push, PushProvider } from '../../../server/src/domain/push/provider.ts';
import { startTestServer, type TestServer } from './server.ts';
import { insertUsers } from './users.ts';

/** A vendor that takes every push and keeps it, unless it is told otherwise. */
export class RecordingVendor implements PushProvider {
  readonly pushes: Push[] = [];
  answer: (push: Push) => 'sent' | 'failed' = () => 'sent';
  /** What it waits for before it answers, and how many calls do. */
  before: () => Promise<void> = async () => {};
  waiting = 0;

  async push(pushes: Push[]): Promise<('sent' | 'failed')[]> {
    this.waiting += 1;
    await this.before();
    this.waiting -= 1;
    const answers = pushes.map((push) => this.answer(push));
    this.pushes.push(...pushes);
    return answers;
  }

  /** Devices of a push, in order of their ids. */
  devicesOf(taskId: unknown): string[] {
    return this.pushes
      .filter((push) => push.taskId === taskId)
      .map(({ device }) => device.deviceId)
      .toSorted();
  }
}

/** Registers an iOS device named by its user, with a token, unless the fields say otherwise. */
export async function connect(on: TestServer, userId: string, fields: Partial<Device> = {}): Promise<void> {
  const deviceId = `${userId}-${fields.platform ?? 'ios'}`;
  await registerDevice(on.ctx, {
    userId,
    deviceId,
    platform: 'ios',
    packageName: 'com.example',
    provider: 'apns',
    token: deviceId,
    ...fields,
  });
}

/** Waits until a push has been carried out. */
export async function finished(on: TestServer, id: unknown): Promise<{ sent: number; failed: number; skipped: number }> {
  const task = () =>
    on.ctx.db
      .selectFrom('push_tasks')
      .select(['state', 'sent', 'failed', 'skipped'])
      .where('public_id', '=', id as string)
      .executeTakeFirstOrThrow();
  await vi.waitFor(async () => expect(await task()).toMatchObject({ state: 'done' }), { timeout: 25_000 });
  const { sent, failed, skipped } = await task();
  return { sent, failed, skipped };
}

export interface PushServer extends TestServer {
  vendor: RecordingVendor;
  /** Answer to a push to devices of both old systems, with a text unless the fields say otherwise. */
  push(audience: object, fields?: object): Promise<{ code: number; id: string; messageUID?: string }>;
  /** The devices that such a push reaches. */
  reached(audience: object, fields?: object): Promise<string[]>;
}

/** A server with users who have tags and devices. */
export async function startPushServer(options: Pick<ServerOptions, 'onQuery'> = {}): Promise<PushServer> {
  const vendor = new RecordingVendor();
  const on = await startTestServer({ ...options, push: vendor });
  await insertUsers(on, 'ann', 'bob', 'cat', 'dan', 'eve');
  for (const [userIds, tags] of [
    [
      ['ann', 'bob'],
      ['chess', 'north'],
    ],
    [['cat'], ['chess', 'south']],
    [['dan'], ['go', 'south']],
  ])
    await on.rongcloud.call('batchSetUserTags', { body: { userIds, tags } });
  await connect(on, 'ann');
  await connect(on, 'ann', { platform: 'android', provider: 'fcm' });
  await connect(on, 'bob', { platform: 'android', provider: 'hw', packageName: 'com.example.lite' });
  await connect(on, 'cat', { platform: 'web' });
  await connect(on, 'dan', { platform: 'harmonyos', provider: 'ohos' });
  const push: PushServer['push'] = async (audience, fields = {}) => {
    const body = { platform: ['ios', 'android'], audience, notification: { alert: 'secret words' }, ...fields };
    return (await on.rongcloud.call('pushToAudience', { body })).body as Awaited<ReturnType<PushServer['push']>>;
  };
  const reached: PushServer['reached'] = async (audience, fields) => {
    const { id } = await push(audience, fields);
    await finished(on, id);
    return vendor.devicesOf(id);
  };
  return { ...on, vendor, push, reached };
}
