/** The way to the servers of apps. */
export interface WebhookSender {
  /** Posts a form. Rejects, saying why, unless the server answers with 200 in time; what it answers apart from that does not matter. */
  post(url: URL, form: URLSearchParams, signal: AbortSignal): Promise<void>;
  close(): void;
}
