import { createRongCloudClient } from '@diglot/client';

const { DIGLOT_URL = 'http://localhost:8080', APP_KEY = '', APP_SECRET = '' } = process.env;
const rongcloud = createRongCloudClient({ baseUrl: DIGLOT_URL, appKey: APP_KEY, appSecret: APP_SECRET });

const message = { fromUserId: 'shop', toUserId: ['alice'], objectName: 'RC:TxtMsg', content: '{"content":"Shipped!"}' };
const { code } = await rongcloud.publishPrivateMessage(message, { idempotencyKey: 'order-4711-shipped' });
console.log(`sent once: ${code}`);
