import { randomUUID } from "node:crypto";

/** Somebody with a browser but without JavaScript: keeps cookies, sends an Origin, follows nothing by itself. */
export class Visitor {
  origin: string;
  #cookies = new Map<string, string>();

  constructor(origin: string) {
    this.origin = origin;
  }

  /** What is sent as `Cookie`; null without any. Setting it forgets what was there. */
  get cookie(): string | null {
    const pairs = Array.from(this.#cookies, ([name, value]) => `${name}=${value}`);
    return pairs.length === 0 ? null : pairs.join("; ");
  }

  set cookie(header: string | null) {
    this.#cookies.clear();
    for (const pair of header?.split("; ") ?? []) this.#keep(pair);
  }

  async get(path: string, headers: Record<string, string> = {}): Promise<Response> {
    return this.#fetch(path, { headers });
  }

  async post(
    path: string,
    fields: Record<string, string> | URLSearchParams,
    headers: Record<string, string> = {},
  ) {
    return this.#fetch(path, {
      method: "POST",
      body: new URLSearchParams(fields),
      headers: { Origin: this.origin, ...headers },
    });
  }

  /** Sends a message as a plain form does, and waits as that does. */
  async say(conversation: string, text: string, more: Record<string, string> = {}): Promise<Response> {
    return this.post(conversation, { intent: "speak", turnId: randomUUID(), text, ...more });
  }

  /** Starts a conversation and returns its path. */
  async start(slug: string, fields: Record<string, string> = {}): Promise<string> {
    const response = await this.post(`/scenarios/${slug}`, fields);
    const path = response.headers.get("location");
    if (response.status !== 303 || !path?.startsWith("/conversation/")) {
      throw new Error(`could not start ${slug}: ${response.status} ${path}`);
    }
    return path;
  }

  async #fetch(path: string, init: RequestInit): Promise<Response> {
    const headers = new Headers({
      "User-Agent": "Mozilla/5.0",
      ...Object.fromEntries(new Headers(init.headers)),
    });
    if (this.cookie) headers.set("Cookie", this.cookie);
    const response = await fetch(this.origin + path, { ...init, headers, redirect: "manual" });
    for (const cookie of response.headers.getSetCookie()) this.#keep(cookie.split(";", 1)[0] ?? "");
    return response;
  }

  #keep(pair: string): void {
    const [name = "", value = ""] = pair.split(/=(.*)/s, 2);
    // Every cookie of ours that is to be forgotten is emptied.
    if (value === "") this.#cookies.delete(name);
    else this.#cookies.set(name, value);
  }
}
