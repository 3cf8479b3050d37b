import { expect, test } from "vitest";
import { withoutSecrets } from "./request-log.server.ts";

test.each([
  ["/invite/abc123", "/invite/…"],
  ["/invite/abc123.data?_routes=x", "/invite/…"],
  ["/INVITE/abc123", "/invite/…"],
  ["/owner/abc123", "/owner/…"],
  ["/api/auth/google/callback?code=abc&state=def", "/api/auth/google/callback"],
  ["//invite/abc123", "/invite/…"],
  ["/invite%2Fabc123", "/invite/…"],
  ["/%69nvite/abc123", "/invite/…"],
  ["/./invite/abc123", "/invite/…"],
  ["/x/../in%76ite/abc123", "/invite/…"],
  ["/invite;x/abc123", "/invite/…"],
  ["/\\invite/abc123", "/invite/…"],
  ["http://host/invite/abc123", "/invite/…"],
  ["/invite/abc%", "(broken)"],
  [`/typo/${"t".repeat(43)}`, "/typo/…"],
  ["/owner/abc123", "/owner/…"],
  ["/login?returnTo=%2Finvite%2Fabc", "/login"],
  ["/conversation/0190c0de", "/conversation/0190c0de"],
])("PR01 %s is logged as %s", (url, logged) => expect(withoutSecrets(url)).toBe(logged));
