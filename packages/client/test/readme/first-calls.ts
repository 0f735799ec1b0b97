import { createJMessageClient, createRongCloudClient } from '@diglot/client';

const { DIGLOT_URL = 'http://localhost:8080', APP_KEY = '', APP_SECRET = '' } = process.env;

const rongcloud = createRongCloudClient({ baseUrl: DIGLOT_URL, appKey: APP_KEY, appSecret: APP_SECRET });
const { token } = await rongcloud.registerUser({ userId: 'alice', name: 'Alice' });
console.log(`alice connects with ${token}`);

const jmessage = createJMessageClient({ baseUrl: DIGLOT_URL, appKey: APP_KEY, masterSecret: APP_SECRET });
const { nickname } = await jmessage.getUser({ path: { username: 'alice' } });
console.log(`alice is called ${nickname}`);
