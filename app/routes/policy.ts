/**
 * Who may come to which route, by method; reviewed here, and tried out for every route, shape of request and role by
 * `app/process/policy.http.test.ts`. A route that stands in `routes.ts` and not here fails there, and so does the other way round.
 */
export type Audience =
  /** Also who has not come in. */
  | "everyone"
  /** Whoever has come in, guests too; others are sent to `/login` and back. */
  | "people"
  /** POWER_USER and ADMIN; to others the page is not there. */
  | "inviters"
  /** ADMIN; to others the page is not there. */
  | "administrators"
  /** The method is not possible here: 405. */
  | "nobody";

export type Policy = { GET: Audience; POST: Audience };

export const policy: Record<string, Policy> = {
  // Everyone
  "/": { GET: "everyone", POST: "people" },
  "/scenarios/:slug": { GET: "everyone", POST: "people" },
  "/login": { GET: "everyone", POST: "nobody" },
  "/logout": { GET: "everyone", POST: "everyone" },
  "/api/auth/google": { GET: "everyone", POST: "everyone" },
  "/api/auth/google/callback": { GET: "everyone", POST: "nobody" },
  "/owner/:token": { GET: "everyone", POST: "everyone" },
  "/invite/:token": { GET: "everyone", POST: "everyone" },
  "/erased": { GET: "everyone", POST: "nobody" },
  "/theme": { GET: "everyone", POST: "everyone" },

  // What is one's own; of others, 404
  "/conversations": { GET: "people", POST: "nobody" },
  "/conversation/:id": { GET: "people", POST: "people" },
  "/conversation/:id/events": { GET: "people", POST: "nobody" },
  "/conversation/:id/compare": { GET: "people", POST: "nobody" },
  "/conversation/:id/debrief": { GET: "people", POST: "people" },
  "/conversation/:id/erasure": { GET: "people", POST: "people" },
  "/conversation/:id/reminder": { GET: "people", POST: "people" },
  "/conversation/:id/reminder.ics": { GET: "people", POST: "nobody" },
  "/conversation/:id/export.md": { GET: "people", POST: "nobody" },
  "/conversation/:id/export.json": { GET: "people", POST: "nobody" },
  "/own-scenarios": { GET: "people", POST: "people" },
  "/own-scenarios/:id": { GET: "people", POST: "people" },
  "/own-scenarios/:id/erasure": { GET: "people", POST: "people" },
  "/account": { GET: "people", POST: "nobody" },
  "/account/real-conversations": { GET: "people", POST: "people" },
  "/account/erasure": { GET: "people", POST: "people" },
  "/account/export.html": { GET: "people", POST: "nobody" },
  "/account/export.json": { GET: "people", POST: "nobody" },

  // Administration
  "/admin": { GET: "inviters", POST: "nobody" },
  "/admin/invitations": { GET: "inviters", POST: "inviters" },
  "/admin/invitations/:id": { GET: "inviters", POST: "inviters" },
  "/admin/scenarios": { GET: "administrators", POST: "administrators" },
  "/admin/scenarios/:id": { GET: "administrators", POST: "administrators" },
  "/admin/presets": { GET: "administrators", POST: "administrators" },
  "/admin/usage": { GET: "administrators", POST: "administrators" },
  "/admin/users": { GET: "administrators", POST: "nobody" },
  "/admin/users/:id": { GET: "administrators", POST: "administrators" },
  "/admin/audit": { GET: "administrators", POST: "nobody" },

  // Machines
  "/sitemap.xml": { GET: "everyone", POST: "nobody" },
  "/robots.txt": { GET: "everyone", POST: "nobody" },
  "/health": { GET: "everyone", POST: "nobody" },
  "/ready": { GET: "everyone", POST: "nobody" },

  // Anything else: the page that says so
  "/*": { GET: "everyone", POST: "everyone" },
};
