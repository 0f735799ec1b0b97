import { createRongCloudClient } from '@diglot/client';

const { DIGLOT_URL = 'http://localhost:8080', APP_KEY = '', APP_SECRET = '' } = process.env;

const rongcloud = createRongCloudClient({
  baseUrl: DIGLOT_URL,
  appKey: APP_KEY,
  appSecret: APP_SECRET,
  timeoutMillis: 2_000,
  retries: 4,
});

// At most five seconds in all, whatever the retries do.
const { status } = await rongcloud.checkUserOnline({ userId: 'alice' }, { signal: AbortSignal.timeout(5_000) });
console.log(status === '1' ? 'alice is online' : 'alice is offline');
