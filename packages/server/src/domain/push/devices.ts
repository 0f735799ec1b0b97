import type { Ctx } from '../../context.ts';
import * as store from '../../store/devices.ts';

export type DevicePlatform = 'ios' | 'android' | 'harmonyos' | 'web';

/** Where pushes for a user can go. */
export interface Device {
  userId: string;
  /** Chosen by the client, and kept as long as it is installed. */
  deviceId: string;
  platform: DevicePlatform;
  /** Of the application that runs on it. */
  packageName?: string | undefined;
  /** Whose pushes reach it, such as `apns`, and what it is called there. */
  provider?: string | undefined;
  token?: string | undefined;
}

/** Notes that the device is connected now, and allows pushes to it again. If it was another user's, it belongs to this one from now on. */
export async function registerDevice(ctx: Ctx, device: Device): Promise<void> {
  await store.upsertDevice(ctx.db, {
    app_id: ctx.app.id,
    device_id: device.deviceId,
    user_id: device.userId,
    platform: device.platform,
    package_name: device.packageName ?? null,
    provider: device.provider ?? null,
    token: device.token ?? null,
    push_allowed: true,
    connected_at: ctx.clock.now(),
  });
}

/** Until it connects again. Without effect when the device is another user's by now. */
export async function forbidPushes(ctx: Ctx, device: Pick<Device, 'userId' | 'deviceId'>): Promise<void> {
  await store.forbidPushes(ctx.db, { appId: ctx.app.id, ...device });
}

/** Without effect when the device is another user's by now. */
export async function removeDevice(ctx: Ctx, device: Pick<Device, 'userId' | 'deviceId'>): Promise<void> {
  await store.deleteDevice(ctx.db, { appId: ctx.app.id, ...device });
}
