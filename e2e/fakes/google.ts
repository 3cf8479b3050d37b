// A stand-in of Google's sign-in: the page where somebody chooses who they are, the exchange of a code (once, with the
// right verifier, client and address), and the profile. Told by the test what to do wrong.
import { createHash, randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What Google's user info says of somebody. */
export type GooglePerson = { sub: string; name?: string; email?: string; email_verified?: unknown };

/** `down`: resets the connection. `slow`: never answers. `refuse`: does not know the client. */
export type GoogleFault = "down" | "slow" | "refuse";

type Attempt = { person: GooglePerson; challenge: string; redirectUri: string; client: string };

export type FakeGoogle = {
  origin: string;
  /** At the exchange of a code. */
  fault: GoogleFault | null;
  /** What a person's press on Google's page leads to: the whole address that Google sends the browser to. */
  approve(authorization: string, person: GooglePerson): string;
  stop(): Promise<void>;
};

export async function startFakeGoogle(): Promise<FakeGoogle> {
  const codes = new Map<string, Attempt>();
  const tokens = new Map<string, GooglePerson>();

  function approve(authorization: string, person: GooglePerson): string {
    const asked = new URL(authorization).searchParams;
    const redirectUri = asked.get("redirect_uri") ?? "";
    if (asked.get("response_type") !== "code" || asked.get("code_challenge_method") !== "S256")
      throw new Error("not the code flow with PKCE");
    const code = randomBytes(12).toString("hex");
    const challenge = asked.get("code_challenge") ?? "";
    codes.set(code, { person, challenge, redirectUri, client: asked.get("client_id") ?? "" });
    return backTo(redirectUri, { code, state: asked.get("state") ?? "" });
  }

  async function exchange(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const fields = new URLSearchParams(await bodyOf(request));
    const code = fields.get("code") ?? "";
    const attempt = codes.get(code);
    codes.delete(code);
    const verifier = createHash("sha256")
      .update(fields.get("code_verifier") ?? "")
      .digest("base64url");
    const credentials = Buffer.from(request.headers.authorization?.replace("Basic ", "") ?? "", "base64");
    if (google.fault === "refuse") return sendJson(response, 401, { error: "invalid_client" });
    const fits =
      attempt?.challenge === verifier &&
      attempt.redirectUri === fields.get("redirect_uri") &&
      credentials.toString().startsWith(`${attempt.client}:`);
    if (!attempt || !fits) return sendJson(response, 400, { error: "invalid_grant" });
    const token = randomBytes(12).toString("hex");
    tokens.set(token, attempt.person);
    sendJson(response, 200, { access_token: token, token_type: "Bearer", expires_in: 3599, scope: "openid" });
  }

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", origin());
    if (url.pathname === "/o/oauth2/v2/auth") return sendPage(response, url);
    if (url.pathname === "/choose") {
      const chosen = Object.fromEntries(url.searchParams);
      const authorization = String(chosen["authorization"]);
      const asked = new URL(authorization).searchParams;
      const back = chosen["cancel"]
        ? backTo(asked.get("redirect_uri") ?? "", { error: "access_denied", state: asked.get("state") ?? "" })
        : approve(authorization, {
            sub: String(chosen["sub"]),
            name: String(chosen["name"]),
            email: String(chosen["email"]),
            email_verified: true,
          });
      response.writeHead(302, { Location: back }).end();
      return;
    }
    if (google.fault === "down") return void request.socket.destroy();
    if (google.fault === "slow") return;
    if (url.pathname === "/token") return void exchange(request, response);
    const person = tokens.get(request.headers.authorization?.replace("Bearer ", "") ?? "");
    sendJson(response, person ? 200 : 401, person ?? { error: "invalid_token" });
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const origin = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const google: FakeGoogle = {
    origin: origin(),
    fault: null,
    approve,
    async stop() {
      const closed = new Promise((done) => server.close(done));
      server.closeAllConnections();
      await closed;
    },
  };
  return google;
}

function backTo(redirectUri: string, params: Record<string, string>): string {
  return `${redirectUri}?${new URLSearchParams(params)}`;
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(body));
}

/** Plain, without scripts, and without a picture to ask for. */
function sendPage(response: ServerResponse, url: URL): void {
  const authorization = url.href.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
  const fields = ["sub", "name", "email"].map(
    (name) => `<label>${name} <input name="${name}" value="ada"></label>`,
  );
  response
    .writeHead(200, { "Content-Type": "text/html; charset=utf-8" })
    .end(
      `<!doctype html><html lang="en"><link rel="icon" href="data:,"><title>Google</title><h1>Choose an account</h1>` +
        `<form action="/choose"><input type="hidden" name="authorization" value="${authorization}">${fields.join("")}` +
        `<button>Continue</button><button name="cancel" value="yes">Cancel</button></form></html>`,
    );
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = "";
  for await (const chunk of request.setEncoding("utf8")) body += chunk;
  return body;
}
