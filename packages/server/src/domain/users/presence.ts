import type { Ctx } from '../../context.ts';

/** Whether a device of the user is connected. Nothing can connect before there is a realtime gateway, so nobody is online. */
export async function isOnline(_ctx: Ctx, _userId: string): Promise<boolean> {
  return false;
}

/** Of the users, those of whom a device is connected. */
export async function findOnline(_ctx: Ctx, _userIds: string[]): Promise<Set<string>> {
  return new Set();
}
