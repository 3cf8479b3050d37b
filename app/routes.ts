import { index, layout, route, type RouteConfig } from "@react-router/dev/routes";

export default [
  layout("routes/layout.tsx", [
    // Everyone: server-rendered for people and crawlers
    index("routes/home.tsx"),
    route("scenarios/:slug", "routes/scenarios/show.tsx"), // preview · start a conversation
    route("login", "routes/auth/login.tsx"),
    route("logout", "routes/auth/logout.ts"), // this browser · everywhere
    route("api/auth/google", "routes/auth/google.ts"), // off to Google
    route("api/auth/google/callback", "routes/auth/google-callback.tsx"), // and back
    route("owner/:token", "routes/auth/owner.tsx"), // asks · signs in whoever runs this site
    route("invite/:token", "routes/invitations/show.tsx"), // what this is · become its guest
    route("erased", "routes/account/erased.tsx"), // everything is deleted
    route("theme", "routes/theme/choose.ts"), // light, dark, or as the system says

    // Learners and guests: what is their own
    layout("routes/conversations/layout.tsx", [
      route("conversations", "routes/conversations/index.tsx"), // open and past ones
      route("conversation/:id", "routes/conversations/show.tsx"), // the room · speak · rewind · show a branch · stop · retry · end
      route("conversation/:id/events", "routes/conversations/events.ts"), // the two channels
      route("conversation/:id/compare", "routes/conversations/compare.tsx"), // two branches side by side
      route("conversation/:id/debrief", "routes/conversations/debrief.tsx"), // the review · say how it ended · reopen
      route("conversation/:id/erasure", "routes/conversations/erasure.tsx"), // what would go · delete it
      route("conversation/:id/reminder", "routes/conversations/reminder.tsx"), // when will you have it · how it went
      route("conversation/:id/reminder.ics", "routes/conversations/reminder-file.ts"),
      route("conversation/:id/export.md", "routes/conversations/export-markdown.ts"),
      route("conversation/:id/export.json", "routes/conversations/export-json.ts"),
      route("own-scenarios", "routes/scenarios/own/index.tsx"), // describe a situation · those described
      route("own-scenarios/:id", "routes/scenarios/own/show.tsx"), // its draft: edit, keep, ask again
      route("own-scenarios/:id/erasure", "routes/scenarios/own/erasure.tsx"), // what would go · delete it
      route("account", "routes/account/show.tsx"), // budget, Google, sessions, what is stored
      route("account/real-conversations", "routes/account/real-conversations.tsx"), // did you have it · how it went
      route("account/erasure", "routes/account/erasure.tsx"), // what would go · delete everything
      route("account/export.html", "routes/account/export-html.ts"),
      route("account/export.json", "routes/account/export-json.ts"),
    ]),

    // Who administers: power users their invitations, administrators everything
    layout("routes/admin/layout.tsx", [
      route("admin", "routes/admin/index.tsx"), // what there is
      route("admin/invitations", "routes/admin/invitations/index.tsx"), // make one · all that were made
      route("admin/invitations/:id", "routes/admin/invitations/show.tsx"), // its link, once · how it stands · take it back
      layout("routes/admin/admins-only.tsx", [
        route("admin/scenarios", "routes/admin/scenarios/index.tsx"), // the catalogue · write one
        route("admin/scenarios/:id", "routes/admin/scenarios/show.tsx"), // edit · publish · unpublish
        route("admin/presets", "routes/admin/presets/index.tsx"), // the budgets an inviter picks from
        route("admin/users", "routes/admin/users/index.tsx"), // everyone, by pages
        route("admin/users/:id", "routes/admin/users/show.tsx"), // one person · role · budget · in or out
        route("admin/usage", "routes/admin/usage.tsx"), // what is spent, by whom · the day's ceiling
        route("admin/audit", "routes/admin/audit.tsx"), // who did what
      ]),
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
