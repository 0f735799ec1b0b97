import { createHash } from 'node:crypto';
import type { App } from './domain/apps.ts';

interface About {
  url: string;
  app: App;
  /** Undefined when the operator knows the key. */
  newAdminKey: string | undefined;
  docs: boolean;
  database: string;
}

/** What a new user needs, on one screen. The curl lines work when pasted, unless the app has a signature window that has passed. */
export function banner(about: About): string {
  const { url, app } = about;
  const [nonce, timestamp] = ['1', String(Date.now())];
  const signature = createHash('sha1').update(`${app.secret}${nonce}${timestamp}`).digest('hex');
  const rongcloud = `curl -H App-Key:${app.key} -H Nonce:${nonce} -H Timestamp:${timestamp} -H Signature:${signature}`;
  const jmessage = `curl -u ${app.key}:${app.secret} -H Content-Type:application/json`;
  return `
Diglot is running.

  Base URL     ${url}
  App Key      ${app.key}
  App Secret   ${app.secret}   (also the JMessage master secret)
  Admin Key    ${about.newAdminKey ? `${about.newAdminKey}   (of this start; DIGLOT_ADMIN_KEY sets one that stays)` : 'what DIGLOT_ADMIN_KEY says'}
  Docs         ${about.docs ? `${url}/docs/` : 'not built; run pnpm run docs'}
  Database     ${about.database}

RongCloud dialect: register a user, send her a message
  ${rongcloud} ${url}/user/getToken.json -d userId=alice -d name=Alice
  ${rongcloud} ${url}/message/private/publish.json -d fromUserId=system -d toUserId=alice -d objectName=RC:TxtMsg --data-urlencode 'content={"content":"Hello"}'

JMessage dialect: register an admin, who sends a message to the same user
  ${jmessage} ${url}/v1/admins -d '{"username":"admin","password":"changeme"}'
  ${jmessage} ${url}/v1/messages -d '{"version":1,"target_type":"single","target_id":"alice","from_type":"admin","from_id":"admin","msg_type":"text","msg_body":{"text":"Hello"}}'

Ctrl-C stops the server.
`;
}
