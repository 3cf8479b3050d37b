import { expect, type Page, test as base } from "@playwright/test";
import { makeOwnerLink } from "#app/features/accounts/owner-link.server.ts";
import type { CoachMode } from "#app/features/scenarios/coach-mode.ts";
import { makeInvitation } from "#app/features/invitations/make-invitation.server.ts";
import { type Database, openDatabase } from "#db/client.server.ts";
import learners from "./fakes/learners/the-promised-raise.ts";
import { brokenInvariants } from "./invariants.ts";
import { longTalk } from "./long-talk.ts";
import { Room } from "./room.ts";
import { watch } from "./watch.ts";

type Invite = (more?: { seats?: number; tokens?: number; days?: number }) => Promise<string>;
type StartRoom = (
  slug: string,
  settings?: {
    difficulty?: "easy" | "real" | "hard";
    coachMode?: CoachMode;
    /** How many have been said in it before it is opened; only in "the-promised-raise". */
    turns?: number;
    /** What has been said in it before it is opened. */
    after?: readonly string[];
  },
) => Promise<Room>;

type Fixtures = {
  /** How fast partner and coach speak (`e2e/server.ts`). */
  pace: "quick" | "unhurried" | "slow";
  /** The origin of the server that speaks at this pace. */
  site: string;
  /** What the browser may complain about in this test, because the test is about it. */
  forgiven: RegExp[];
  /** Makes an invitation; the path of its link. */
  invite: Invite;
  /** The page of somebody who has come by an invitation of their own. */
  guest: Page;
  /** The page of whoever runs this site: an administrator. */
  owner: Page;
  /** Where Google's stand-in is. */
  google: string;
  /** Somebody else, in a browser of their own, whom nobody has invited. */
  stranger: Page;
  /** Starts a conversation as the guest and opens its room. */
  room: StartRoom;
  /** After each test: no browser complained, nothing was asked of another site, and no invariant is broken. */
  allIsWell: void;
};

export { expect };

export const test = base.extend<Fixtures, { db: Database }>({
  pace: ["quick", { option: true }],

  site: ({ pace }, use) => use(given(`E2E_${pace.toUpperCase()}`)),

  baseURL: ({ site }, use) => use(site),

  db: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads from this pattern what a fixture needs.
    async ({}, use) => {
      const { db, close } = openDatabase(given("E2E_DATABASE_URL"), { connections: 2 });
      await use(db);
      await close();
    },
    { scope: "worker" },
  ],

  // eslint-disable-next-line no-empty-pattern -- As above.
  forgiven: ({}, use) => use([]),

  invite: ({ db }, use) =>
    use(async ({ seats = 1, tokens = 50_000, days = 14 } = {}) => {
      const quota = { tokens, preset: null };
      return `/invite/${await makeInvitation(db, { label: "Grace", source: "person", seats, quota, days })}`;
    }),

  guest: async ({ page, invite, site }, use) => {
    const joined = await page.request.post(await invite(), { headers: { Origin: site }, maxRedirects: 0 });
    expect(joined.status(), "the invitation is taken").toBe(303);
    await use(page);
  },

  owner: async ({ page, db, site }, use) => {
    const link = `/owner/${await makeOwnerLink(db)}`;
    const came = await page.request.post(link, { headers: { Origin: site }, maxRedirects: 0 });
    expect(came.status(), "the owner link is taken").toBe(303);
    await use(page);
  },

  // eslint-disable-next-line no-empty-pattern -- As above.
  google: ({}, use) => use(given("E2E_GOOGLE")),

  stranger: async ({ browser, site, javaScriptEnabled, forgiven }, use) => {
    const context = await browser.newContext({ baseURL: site, javaScriptEnabled });
    const complaints = watch(context, site);
    await use(await context.newPage());
    await context.close();
    expect(unforgiven(complaints, forgiven)).toEqual([]);
  },

  room: ({ guest, site, javaScriptEnabled }, use) =>
    use(async (slug, { turns = 0, after = learners.skilled.slice(0, turns), ...settings } = {}) => {
      const started = await guest.request.post(`/scenarios/${slug}`, {
        form: settings,
        headers: { Origin: site },
        maxRedirects: 0,
      });
      const path = started.headers()["location"] ?? "";
      expect(path, `starting ${slug} leads to its room`).toMatch(/^\/conversation\//);
      await longTalk(guest.request, path, after);
      const room = new Room(guest, path, { scripts: javaScriptEnabled !== false });
      await room.open();
      return room;
    }),

  allIsWell: [
    async ({ context, site, db, forgiven }, use) => {
      const complaints = watch(context, site);
      await use();
      expect(unforgiven(complaints, forgiven)).toEqual([]);
      expect(await brokenInvariants(db)).toEqual([]);
    },
    { auto: true },
  ],
});

function unforgiven(complaints: string[], forgiven: RegExp[]): string[] {
  return complaints.filter((complaint) => !forgiven.some((pattern) => pattern.test(complaint)));
}

/** What the start of the servers left for the tests. */
function given(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: e2e/server.ts has not run.`);
  return value;
}
