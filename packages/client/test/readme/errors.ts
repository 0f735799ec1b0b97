import { ApiError, createRongCloudClient, DiglotError } from '@diglot/client';

const { DIGLOT_URL = 'http://localhost:8080', APP_KEY = '', APP_SECRET = '' } = process.env;
const rongcloud = createRongCloudClient({ baseUrl: DIGLOT_URL, appKey: APP_KEY, appSecret: APP_SECRET });

try {
  await rongcloud.getUser({ userId: 'nobody' }, { requestId: 'order-4711' });
} catch (error) {
  if (error instanceof ApiError && error.code === 1002) console.log(`refused: ${error.message}`);
  else if (error instanceof DiglotError) console.log(`failed: ${error.message}, look for ${error.requestId} in the log`);
  else throw error;
}
