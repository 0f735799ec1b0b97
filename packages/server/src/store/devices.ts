import type { Insertable } from 'kysely';
import type { Db } from './db.ts';
import type { DeviceTable } from './push-tables.ts';

/** Adds the device, or gives it all the values anew, the user included. */
export async function upsertDevice(db: Db, device: Insertable<DeviceTable>): Promise<void> {
  const { app_id, device_id, ...values } = device;
  await db
    .insertInto('devices')
    .values(device)
    .onConflict((oc) => oc.columns(['app_id', 'device_id']).doUpdateSet(values))
    .execute();
}

interface DeviceKey {
  appId: number;
  userId: string;
  deviceId: string;
}

export async function forbidPushes(db: Db, key: DeviceKey): Promise<void> {
  await db
    .updateTable('devices')
    .set({ push_allowed: false })
    .where('app_id', '=', key.appId)
    .where('device_id', '=', key.deviceId)
    .where('user_id', '=', key.userId)
    .execute();
}

export async function deleteDevice(db: Db, key: DeviceKey): Promise<void> {
  await db
    .deleteFrom('devices')
    .where('app_id', '=', key.appId)
    .where('device_id', '=', key.deviceId)
    .where('user_id', '=', key.userId)
    .execute();
}

export async function deleteDevicesOf(db: Db, appId: number, userIds: string[]): Promise<void> {
  await db.deleteFrom('devices').where('app_id', '=', appId).where('user_id', 'in', userIds).execute();
}
