import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeOwnerLink } from "#app/features/accounts/owner-link.server.ts";
import { policy } from "#app/routes/policy.ts";
import { invitations } from "#db/schema/invitations.ts";
import { startSite, type TestSite } from "#e2e/site.ts";
import type { Visitor } from "#e2e/visitor.ts";

/** What every page says in sight, in whatever state it is. Source: product.md, safety and privacy. */
const notice = /AI practice, not therapy/u;

/** Addresses that answer something other than a page. */
const noPages = /events|export|sitemap|robots|health|ready|\/theme|\/logout|\/api\/|\.ics$/u;

let site: TestSite;
let admin: Visitor & { personId: string };
let open: string;
let ended: string;

beforeAll(async () => {
  site = await startSite();
  admin = await site.account("ADMIN");
  open = await admin.start("the-promised-raise");
  ended = await admin.start("the-loan");
  await admin.post(ended, { intent: "end", ending: "impasse" });
});
afterAll(() => site.stop());

describe("every page says that this is AI practice, not therapy", () => {
  test.each(Object.keys(policy).filter((path) => !noPages.test(path)))("%s", async (path) => {
    for (const address of await addressesOf(path)) {
      for (const visitor of [admin, site.visitor()]) {
        const answer = await visitor.get(address);
        if (answer.status === 303) continue;
        expect(seen(await answer.text()), `${answer.status} ${address}`).toMatch(notice);
      }
    }
  });

  test("a room in every state of its own: fresh, with turns, refused, with the help card, without budget, ended", async () => {
    const poor = await site.guest(10);
    const short = await poor.start("the-promised-raise");
    await admin.say(open, "I'd like to talk about my pay.");
    const answers = [
      await admin.get(open),
      await admin.get(`${open}?view=coach`),
      await admin.say(open, ""),
      await admin.post(open, { intent: "nonsense" }),
      await poor.get(short),
      await poor.say(short, "I'd like to talk about my pay."),
      await admin.get(ended),
      await admin.get(`${ended}/debrief`),
    ];
    await admin.say(open, "I want to kill myself.");
    answers.push(await admin.get(open));
    for (const answer of answers) expect(seen(await answer.text())).toMatch(notice);
  });

  test("an invitation that is unknown and one that is over", async () => {
    const token = await site.invite();
    await site.db.update(invitations).set({ revokedAt: new Date() });
    for (const path of ["/invite/unknown", `/invite/${token}`]) {
      const answer = await site.visitor().get(path);
      expect([404, 410]).toContain(answer.status);
      expect(seen(await answer.text())).toMatch(notice);
    }
  });
});

async function addressesOf(path: string): Promise<string[]> {
  const ids: Record<string, string[]> = {
    "/scenarios/:slug": ["/scenarios/the-loan", "/scenarios/nothing-here"],
    "/owner/:token": [`/owner/${await makeOwnerLink(site.db)}`, "/owner/unknown"],
    "/invite/:token": [`/invite/${await site.invite()}`],
    "/admin/invitations/:id": ["/admin/invitations/00000000-0000-4000-8000-000000000000"],
    "/admin/users/:id": [`/admin/users/${admin.personId}`],
    "/*": ["/nothing/at/all"],
  };
  return ids[path] ?? [path.replace(":id", open.split("/").at(-1) ?? "")];
}

/** The page without its head and its scripts. */
function seen(page: string): string {
  return page.replaceAll(
    /<head>[\s\S]*?<\/head>|<script[\s\S]*?<\/script>|<noscript[\s\S]*?<\/noscript>/gu,
    "",
  );
}
