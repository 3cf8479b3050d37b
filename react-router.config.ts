import type { Config } from "@react-router/dev/config";

export default {
  ssr: true,
  // No `/__manifest` endpoint: it tells strangers every route and was the subject of two advisories.
  routeDiscovery: { mode: "initial" },
} satisfies Config;
