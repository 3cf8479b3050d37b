import { index, layout, route, type RouteConfig } from "@react-router/dev/routes";

export default [
  layout("routes/layout.tsx", [
    // Everyone: server-rendered for people and crawlers
    index("routes/home.tsx"),
    route("scenarios/:slug", "routes/scenarios/show.tsx"), // preview · start a conversation
    route("login", "routes/auth/login.tsx"),
    route("logout", "routes/auth/logout.ts"),
    route("invite/:token", "routes/invitations/show.tsx"), // what this is · become its guest
    route("erased", "routes/account/erased.tsx"), // everything is deleted
    route("theme", "routes/theme/choose.ts"), // light, dark, or as the system says

    // Learners and guests: what is their own
    layout("routes/conversations/layout.tsx", [
      route("conversations", "routes/conversations/index.tsx"), // open and past ones
      route("conversation/:id", "routes/conversations/show.tsx"), // the room · speak · stop · retry · end
      route("conversation/:id/events", "routes/conversations/events.ts"), // the two channels
      route("conversation/:id/debrief", "routes/conversations/debrief.tsx"), // the review · say how it ended · reopen
      route("conversation/:id/erasure", "routes/conversations/erasure.tsx"), // what would go · delete it
      route("conversation/:id/export.md", "routes/conversations/export-markdown.ts"),
      route("conversation/:id/export.json", "routes/conversations/export-json.ts"),
      route("account", "routes/account/show.tsx"), // budget, Google, sessions, what is stored
      route("account/erasure", "routes/account/erasure.tsx"), // what would go · delete everything
      route("account/export.html", "routes/account/export-html.ts"),
      route("account/export.json", "routes/account/export-json.ts"),
    ]),

    // Administrators
    route("admin/usage", "routes/admin/usage.tsx"), // what is spent, by whom · the day's ceiling

    route("*", "routes/not-found.tsx"),
  ]),

  // Whoever builds this: every part in every state, in both themes. Not in what is shipped
  ...(import.meta.env.DEV ? [route("workbench", "routes/workbench/show.tsx")] : []),

  // Machines
  route("sitemap.xml", "routes/machines/sitemap.ts"),
  route("robots.txt", "routes/machines/robots.ts"),
  route("health", "routes/machines/health.ts"),
  route("ready", "routes/machines/ready.ts"),
] satisfies RouteConfig;
