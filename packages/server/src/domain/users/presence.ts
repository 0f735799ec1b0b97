import type { Ctx } from '../../context.ts';

/** Whether a device of the user is connected. Nothing can connect before there is a realtime gateway, so nobody is online. */
export async function isOnline(_ctx: Ctx, _userId: string): Promise<boolean> {
  return false;
}
