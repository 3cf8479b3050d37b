import { randomUUID } from "node:crypto";

/** Somebody with a browser but without JavaScript: keeps the session's cookie, sends an Origin, follows nothing by itself. */
export class Visitor {
  cookie: string | null = null;
  origin: string;

  constructor(origin: string) {
    this.origin = origin;
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
    if (this.cookie && !headers.has("Cookie")) headers.set("Cookie", this.cookie);
    const response = await fetch(this.origin + path, { ...init, headers, redirect: "manual" });
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = ""] = cookie.split(";");
      if (!/^(__Host-)?session=/.test(pair)) continue;
      this.cookie = pair.endsWith("=") ? null : pair;
    }
    return response;
  }
}
