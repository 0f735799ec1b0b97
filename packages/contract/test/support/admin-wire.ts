import type { Answer, Caller } from '../../src/index.ts';
import type { TestServer } from './server.ts';

export const json = { 'Content-Type': 'application/json' };

export const refused = (code: string, status: number) => ({ status, body: { error: { code } } });
/** A field that is not acceptable, or with another code missing, named with the reason. */
export const wrongField = (field: string, message: string, code = 'field_invalid') => ({
  status: 400,
  body: { error: { code, message, field } },
});

/** Sends the body as it stands, with the admin key. Text goes out as bytes: fetch would add a Content-Type of its own to it. */
export async function send(
  caller: Caller,
  target: `${string} ${string}`,
  request: { body?: string | undefined; headers?: Record<string, string> } = {},
): Promise<Answer> {
  const [method, path = ''] = target.split(/ (.*)/s);
  const headers = { ...(await caller.credentials()), ...(request.headers ?? json) };
  return caller.fetch(path, { method: method!, headers, ...(request.body !== undefined && { body: Buffer.from(request.body) }) });
}

/** Changes settings of an app through the admin API and returns all of them. */
export async function set(on: TestServer, app: { key: string }, change: object): Promise<Record<string, unknown>> {
  const { status, body } = await on.admin.call('updateSettings', { path: { appKey: app.key }, body: change });
  if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body as Record<string, unknown>;
}
