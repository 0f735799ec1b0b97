import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, vi } from 'vitest';

/** One call that an app's server got. */
export interface ReceivedCall {
  url: URL;
  contentType: string | undefined;
  form: URLSearchParams;
}

export interface WebhookReceiver {
  url: string;
  /** In order of arrival. */
  calls: ReceivedCall[];
  /** Status of the answer; undefined gives none. */
  answer: (call: ReceivedCall) => number | undefined;
  /** Waits until so many calls have come, and gives them. */
  received(count: number): Promise<ReceivedCall[]>;
  stop(): Promise<void>;
}

/** The server of an app, which answers 200 unless it is told otherwise. */
export async function startWebhookReceiver(): Promise<WebhookReceiver> {
  const server = createServer(async (request, response) => {
    const call = await read(request);
    receiver.calls.push(call);
    const status = receiver.answer(call);
    if (status !== undefined) response.writeHead(status, { Location: '/elsewhere' }).end('ok');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const receiver: WebhookReceiver = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls: [],
    answer: () => 200,
    received: async (count) => {
      await vi.waitFor(() => expect(receiver.calls.length).toBeGreaterThanOrEqual(count), { timeout: 25_000 });
      return receiver.calls;
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return receiver;
}

async function read(request: IncomingMessage): Promise<ReceivedCall> {
  const { headers, url = '/' } = request;
  return { url: new URL(url, 'http://receiver'), contentType: headers['content-type'], form: new URLSearchParams(await text(request)) };
}
