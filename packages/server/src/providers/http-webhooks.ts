import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import { RequestFilteringHttpAgent, RequestFilteringHttpsAgent } from 'request-filtering-agent';
import type { WebhookSender } from '../domain/webhooks/sender.ts';

export interface HttpWebhooksOptions {
  /** Addresses that are not public may be called too. */
  internal: boolean;
  /** How long a call may take. */
  timeoutMillis?: number;
}

/** A call that was not taken; the code is for the log. */
class WebhookError extends Error {
  override name = 'WebhookError';
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** Calls by HTTP or HTTPS. Addresses are judged after the name was looked up, for each connection; redirects are not followed. */
export class HttpWebhooks implements WebhookSender {
  readonly #http: RequestFilteringHttpAgent;
  readonly #https: RequestFilteringHttpsAgent;
  readonly #timeoutMillis: number;

  constructor({ internal, timeoutMillis = 5000 }: HttpWebhooksOptions) {
    const options = { keepAlive: true, allowPrivateIPAddress: internal };
    this.#http = new RequestFilteringHttpAgent(options);
    this.#https = new RequestFilteringHttpsAgent(options);
    this.#timeoutMillis = timeoutMillis;
  }

  async post(url: URL, form: URLSearchParams, signal: AbortSignal): Promise<void> {
    const timeout = AbortSignal.timeout(this.#timeoutMillis);
    const status = await this.#send(url, form.toString(), AbortSignal.any([signal, timeout])).catch((error) => {
      if (timeout.aborted) throw new WebhookError('WEBHOOK_TIMEOUT', 'the webhook did not answer in time');
      throw explain(error);
    });
    if (status !== 200) throw new WebhookError(`WEBHOOK_${status}`, `the webhook answered ${status}`);
  }

  close(): void {
    this.#http.destroy();
    this.#https.destroy();
  }

  #send(url: URL, body: string, signal: AbortSignal): Promise<number> {
    const [{ request }, agent] = url.protocol === 'https:' ? [https, this.#https] : [http, this.#http];
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded', 'Content-Length': Buffer.byteLength(body) };
    return new Promise((resolve, reject) => {
      const answered = (response: IncomingMessage) => {
        response.on('error', () => {}).resume();
        resolve(response.statusCode!);
      };
      request(url, { method: 'POST', agent, headers, signal }, answered).on('error', reject).end(body);
    });
  }
}

/** The agents have no code for what they refuse. */
function explain(error: Error): Error {
  if (!error.message.includes('is not allowed')) return error;
  return new WebhookError('WEBHOOK_INTERNAL_ADDRESS', 'the webhook leads to an internal address, which DIGLOT_INTERNAL_WEBHOOKS=1 allows');
}
