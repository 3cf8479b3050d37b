import { index, layout, route, type RouteConfig } from "@react-router/dev/routes";

export default [
  layout("routes/layout.tsx", [
    // Everyone: server-rendered for people and crawlers
    index("routes/home.tsx"),
    route("scenarios/:slug", "routes/scenarios/show.tsx"), // preview · start a conversation
    route("login", "routes/auth/login.tsx"),
    route("logout", "routes/auth/logout.ts"),
    route("invite/:token", "routes/invitations/show.tsx"), // what this is · become its guest
    route("theme", "routes/theme/choose.ts"), // light, dark, or as the system says

    // Learners and guests: what is their own
    layout("routes/conversations/layout.tsx", [
      route("conversations", "routes/conversations/index.tsx"), // open and past ones
      route("conversation/:id", "routes/conversations/show.tsx"), // the room · speak · stop · retry · end
      route("conversation/:id/events", "routes/conversations/events.ts"), // the two channels
      route("conversation/:id/debrief", "routes/conversations/debrief.tsx"), // the review · say how it ended · reopen
      route("conversation/:id/export.md", "routes/conversations/export-markdown.ts"),
      route("conversation/:id/export.json", "routes/conversations/export-json.ts"),
    ]),

    // Who hands out invitations: administrators, and power users out of their own budget
    layout("routes/admin/invitations/layout.tsx", [
      route("admin/invitations", "routes/admin/invitations/index.tsx"), // make one · all that were made
      route("admin/invitations/:id", "routes/admin/invitations/show.tsx"), // its link, once · how it stands · take it back
    ]),

    // Administrators
    layout("routes/admin/presets/layout.tsx", [
      route("admin/presets", "routes/admin/presets/index.tsx"), // the budgets an inviter picks from
    ]),

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
