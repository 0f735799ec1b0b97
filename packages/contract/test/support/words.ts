import { groupConversation } from '../../../server/src/domain/messages/conversation.ts';
import { readConversation } from '../../../server/src/domain/messages/history.ts';
import type { SensitiveWordSettings } from '../../../server/src/domain/settings.ts';
import type { TestServer } from './server.ts';

/** An app whose server's messages are searched for sensitive words. */
export async function filteringApp(on: TestServer, sensitiveWords: Partial<SensitiveWordSettings> = {}) {
  const settings = { rateLimits: { enabled: false, overrides: {} }, sensitiveWords: { serverMessages: true, ...sensitiveWords } };
  const { app, rongcloud, jmessage } = await on.addApp({ settings });
  const ctx = { ...on.ctx, app };
  const contents = async () => {
    const messages = await readConversation(ctx, groupConversation('chess'), { after: 0, limit: 1000 });
    return messages.map(({ content }) => content);
  };
  return {
    app,
    ctx,
    jmessage,
    rongcloud,
    call: (operationId: string, body: object = {}) => rongcloud.call(operationId, { body }),
    /** Sends a group message through the RongCloud dialect. */
    sendContent: (content: string, objectName = 'RC:TxtMsg') =>
      rongcloud.call('publishGroupMessage', { body: { fromUserId: 'ann', toGroupId: ['chess'], objectName, content } }),
    /** Sends a text so and returns what the group has of it; undefined when it has nothing. */
    passed: async (text: string): Promise<string | undefined> => {
      const before = (await contents()).length;
      const content = JSON.stringify({ content: text });
      await rongcloud.call('publishGroupMessage', { body: { fromUserId: 'ann', toGroupId: ['chess'], objectName: 'RC:TxtMsg', content } });
      const [stored] = (await contents()).slice(before);
      return stored && JSON.parse(stored).content;
    },
    /** What the group has of all messages. */
    contents,
  };
}
