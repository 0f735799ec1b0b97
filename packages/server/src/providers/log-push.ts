import type { Logger } from 'pino';
import type { Push, PushProvider } from '../domain/push/provider.ts';

/** Pushes to nobody: writes a line for each push, without its text and the device's token. */
export class LogPushProvider implements PushProvider {
  readonly #log: Logger;

  constructor(log: Logger) {
    this.#log = log;
  }

  async push(pushes: Push[]): Promise<'sent'[]> {
    for (const { appKey, taskId, device } of pushes) {
      this.#log.info({ app: appKey, push: taskId, user: device.userId, device: device.deviceId, platform: device.platform }, 'push');
    }
    // What is answered as sent must not wait in a buffer.
    await new Promise<void>((resolve) => this.#log.flush(() => resolve()));
    return pushes.map(() => 'sent');
  }
}
