import { createAdminClient } from '@diglot/client';

const { DIGLOT_URL = 'http://localhost:8080', DIGLOT_ADMIN_KEY = '' } = process.env;
const admin = createAdminClient({ baseUrl: DIGLOT_URL, adminKey: DIGLOT_ADMIN_KEY });

const { appKey, appSecret } = await admin.createApp({ body: { name: 'Chess club' } });
console.log(`keep the ${appSecret.length} characters of the secret`);
const { chatroomIdleMinutes } = await admin.updateSettings({ path: { appKey }, body: { chatroomIdleMinutes: 120 } });
console.log(`idle chatrooms live ${chatroomIdleMinutes} minutes`);
