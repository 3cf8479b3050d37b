import { expect, test } from "vitest";
import { withoutSecrets } from "./request-log.server.ts";

test.each([
  ["/invite/abc123", "/invite/…"],
  ["/invite/abc123.data?_routes=x", "/invite/…"],
  ["/INVITE/abc123", "/INVITE/…"],
  ["//invite/abc123", "/invite/…"],
  ["/invite%2Fabc123", "/invite/…"],
  ["/owner/abc123", "/owner/…"],
  ["/login?returnTo=%2Finvite%2Fabc", "/login"],
  ["/conversation/0190c0de", "/conversation/0190c0de"],
])("%s is logged as %s", (url, logged) => expect(withoutSecrets(url)).toBe(logged));
