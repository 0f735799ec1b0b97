export { type AdminClient, type AdminOptions, createAdminClient } from './admin.ts';
export { ApiError, ConnectionError, DiglotError, TimeoutError } from './errors.ts';
export { createJMessageClient, type JMessageClient, type JMessageOptions } from './jmessage.ts';
export type { CallOptions, ClientOptions } from './options.ts';
export { createRongCloudClient, type RongCloudClient, type RongCloudOptions } from './rongcloud.ts';
