import type { Device } from './devices.ts';
import type { PushContent, PushPlatform } from './notification.ts';

/** One push to one device. */
export interface Push {
  /** Of the app that pushes, and of the call that did. */
  appKey: string;
  taskId: string;
  device: Device & { platform: PushPlatform };
  content: PushContent;
}

/** The way out to the vendors. */
export interface PushProvider {
  /**
   * Hands pushes over and says for each, in order, whether the vendor took it. When it rejects, all of them are tried again later:
   * it should, when a vendor cannot be reached.
   */
  push(pushes: Push[]): Promise<('sent' | 'failed')[]>;
}
