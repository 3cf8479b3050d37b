import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeOwnerLink } from "#app/features/accounts/owner-link.server.ts";
import routes from "#app/routes.ts";
import { type Audience, policy } from "#app/routes/policy.ts";
import { hashToken } from "#app/features/invitations/invitation-token.server.ts";
import { invitations } from "#db/schema/invitations.ts";
import { users } from "#db/schema/people.ts";
import { scenarios } from "#db/schema/scenarios.ts";
import { situationFields } from "#e2e/fakes/situations.ts";
import { startSite, type TestSite } from "#e2e/site.ts";
import type { Visitor } from "#e2e/visitor.ts";

const cast = ["anonymous", "guest", "user", "power user", "admin"] as const;
type Part = (typeof cast)[number];

const mayCome: Record<Audience, readonly Part[]> = {
  everyone: cast,
  people: ["guest", "user", "power user", "admin"],
  inviters: ["power user", "admin"],
  administrators: ["admin"],
  nobody: [],
};

type Entry = { file: string; path?: string; index?: boolean; children?: Entry[] };
type Route = { path: string; ids: string[] };

const known = routesIn(routes as Entry[], "", ["root"]);
/** Only where somebody builds this. */
const listed = known.filter(({ path }) => path !== "/workbench");

let site: TestSite;
const people = new Map<
  Part,
  { personId: string | null; cookie: string | null; room: string; scenario: string }
>();
/** One of the catalogue. */
let catalogued: string;
let somebody: string;

beforeAll(async () => {
  site = await startSite({ GOOGLE_CLIENT_ID: "id", GOOGLE_CLIENT_SECRET: "secret" });
  const user = await site.account("USER");
  somebody = (await site.account("USER")).personId;
  await site.db.update(users).set({ email: "private@x.example" }).where(eq(users.id, somebody));
  const accounts = [
    ["user", user],
    ["power user", await site.account("POWER_USER")],
    ["admin", await site.account("ADMIN")],
  ] as const;
  for (const [part, visitor] of accounts)
    people.set(part, { personId: visitor.personId, cookie: null, ...(await begun(visitor)) });
  const guest = await site.guest();
  people.set("guest", { personId: null, cookie: guest.cookie, ...(await begun(guest)) });
  const { room = "", scenario = "" } = people.get("user") ?? {};
  people.set("anonymous", { personId: null, cookie: null, room, scenario });
  const [theLoan] = await site.db.select().from(scenarios).where(eq(scenarios.slug, "the-loan"));
  catalogued = theLoan?.id ?? "";
});
afterAll(() => site.stop());

test("AZ01 every route has its line in the table, and every line its route", () => {
  expect(listed.map(({ path }) => path).toSorted()).toEqual(Object.keys(policy).toSorted());
});

describe.each(listed)("AZ01 AZ02 AZ03 AZ06 AZ10 $path", ({ path, ids }) => {
  const line = policy[path] ?? { GET: "nobody", POST: "nobody" };

  test.each(cast)("as the table says, in every shape and by every method, for the %s", async (part) => {
    const subsets = [...ids, "routes/nothing"].map((id) => `data?_routes=${id}`);
    // What is around the page of nothing is there.
    const shapes = ["page", "data", ...(path === "/*" ? [] : subsets)];
    for (const method of ["GET", "POST"] as const) {
      for (const shape of shapes) {
        const { visitor, url } = await ask(part, path, method, shape);
        const answer = method === "GET" ? await visitor.get(url) : await visitor.post(url, {});
        const body = await bodyOf(answer);
        const told = `${method} ${shape}: ${answer.status} ${answer.headers.get("location") ?? ""}`;
        const expected = path === "/*" ? "not there" : expectedOf(line[method], line.GET, part);
        expect(outcomeOf(path, answer, body), told).toBe(expected);
        if (expected === "sign in" || expected === "not there") expect(body, told).not.toMatch(privateMatter);
        if (expected === "sign in" && shape !== "page") expect(body.length, told).toBeLessThan(400);
      }
    }
  });
});

test("RR07 HEAD reads as GET does, and changes nothing anywhere", async () => {
  const before = await counted();
  for (const { path } of listed) {
    const { visitor, url } = await ask("admin", path, "GET", "page");
    const made = path === "/invite/:token" || path === "/owner/:token" ? await counted() : null;
    const answer = await fetch(site.origin + url, {
      method: "HEAD",
      headers: { Cookie: visitor.cookie ?? "" },
      redirect: "manual",
    });
    expect(answer.status, url).toBeLessThan(500);
    expect(await answer.text()).toBe("");
    if (made) expect(await counted()).toEqual(made);
  }
  const { invitations, owner_links, ...after } = await counted();
  expect({ ...before, ...after, invitations, owner_links }).toEqual({ ...before, invitations, owner_links });
});

describe("AZ11 another spelling of an address", () => {
  test.each([
    "/admin/users/",
    "/admin/users?index",
    "/admin/users?_method=DELETE",
    "/admin/users?_routes=root",
    "/ADMIN/users",
    "/Admin/Users.data",
    "/admin%2fusers",
    "/admin/./users",
    "/admin/x/../users",
    "/admin/users;x",
    "/admin/users.data/",
    "/admin/users.data?_routes=",
    "//admin/users",
    "/admin//users",
  ])("%s opens nothing", async (path) => {
    for (const part of ["anonymous", "user", "power user"] as const) {
      const { visitor } = await fresh(part);
      const answer = await visitor.get(path);
      const body = await answer.text();
      const opened = answer.status === 200 || (answer.status === 202 && !body.includes("/login?returnTo"));
      expect(opened, `${part}: ${answer.status}`).toBe(false);
      expect(body).not.toMatch(privateMatter);
    }
  });
});

describe("AZ04 AZ05 what belongs to somebody else", () => {
  test("is not there, in any of its addresses, also for another guest of the same invitation", async () => {
    const token = await site.invite({ seats: 2 });
    const [ada, grace] = [site.visitor(), site.visitor()];
    await ada.post(`/invite/${token}`, {});
    await grace.post(`/invite/${token}`, {});
    const room = await ada.start("the-loan");
    await ada.say(room, "CANARY, you owe me money.");
    const admin = (await fresh("admin")).visitor;
    for (const stranger of [grace, admin]) {
      const paths = [
        "",
        ".data",
        "/debrief",
        "/debrief.data",
        "/export.md",
        "/export.json",
        "/events?turn=x",
      ];
      for (const path of paths) {
        const answer = await stranger.get(room + path);
        expect(answer.status, path).toBe(404);
        expect(await answer.text()).not.toContain("CANARY");
      }
      for (const intent of ["speak", "stop", "retry", "end", "accept", "settings"]) {
        const answer = await stranger.post(room, { intent, turnId: crypto.randomUUID(), text: "Hello." });
        expect(answer.status, intent).toBe(404);
      }
      expect((await stranger.post(`${room}/debrief`, { intent: "reopen" })).status).toBe(404);
      expect(await (await stranger.get("/conversations")).text()).not.toContain(room);
    }
    expect(await (await ada.get(room)).text()).toContain("CANARY");
  });
});

describe("AZ07 fields that nobody asked for", () => {
  test("change nobody's role, budget or owner", async () => {
    const { visitor } = await fresh("user");
    const extra = {
      role: "ADMIN",
      quota: "999999999",
      ownerId: somebody,
      personId: somebody,
      __proto__: "x",
    };
    const fields = new URLSearchParams([...Object.entries(extra), ["__proto__", "x"], ["constructor", "x"]]);
    for (const path of [
      "/scenarios/the-loan",
      `/invite/${await site.invite()}`,
      "/theme",
      "/api/auth/google",
    ])
      await (await fresh("user")).visitor.post(path, fields);
    await visitor.post("/scenarios/the-loan", fields);
    const [user] = await site.db.select().from(users).where(eq(users.id, somebody));
    expect(user).toMatchObject({ role: "USER", quotaTokens: 50_000 });
    expect((await (await fresh("user")).visitor.get("/admin")).status).toBe(404);
  });

  test("a form of an administrator changes what it is for, and nothing beside", async () => {
    const { visitor } = await fresh("admin");
    const fields = new URLSearchParams("intent=disable&intent=role&role=ADMIN&role=USER&amount=5&reason=x");
    await visitor.post(`/admin/users/${somebody}`, fields);
    const [user] = await site.db.select().from(users).where(eq(users.id, somebody));
    expect(user).toMatchObject({ role: "USER", quotaTokens: 50_000, disabledAt: expect.any(Date) });
  });
});

test("AZ08 no page tells a hash, an epoch, an identity of Google's, or somebody else's address", async () => {
  for (const part of ["guest", "user", "power user"] as const) {
    for (const { path } of listed) {
      const { visitor, url } = await ask(part, path, "GET", "data");
      // What is stored of oneself is told whole, to oneself.
      if (!path.endsWith("/events") && !path.startsWith("/account/export"))
        expect(await bodyOf(await visitor.get(url)), url).not.toMatch(privateMatter);
    }
  }
  // Administrators see addresses, and still no secrets.
  const page = await (await (await fresh("admin")).visitor.get(`/admin/users/${somebody}.data`)).text();
  expect(page).toContain("private@x.example");
  expect(page).not.toMatch(/hash|epoch|sub-|subject"/i);
});

/** What no answer may hold that was refused, or is for somebody without a part in administration. */
const privateMatter = /tokenHash|token_hash|sessionEpoch|googleSubject|sub-[0-9a-f]{8}|private@x\.example/;

/** What should become of it. Where a method does not exist at all, it may be refused sooner, for who one is. */
function expectedOf(audience: Audience, reads: Audience, part: Part): string {
  const asked = audience === "nobody" ? reads : audience;
  if (!mayCome[asked].includes(part)) return part === "anonymous" ? "sign in" : "not there";
  return audience === "nobody" ? "no such method" : "comes in";
}

function outcomeOf(path: string, answer: Response, body: string): string {
  const to = answer.headers.get("location") ?? (answer.status === 202 ? body : "");
  if (to.includes("/login?returnTo")) return "sign in";
  if (answer.status === 401) return path.endsWith("/events") ? "sign in" : "401";
  if (answer.status === 405) return "no such method";
  // Opened for one turn; without one there is nothing to hear, which only its owner is told in words.
  if (answer.status === 404) return body.includes("no such turn") ? "comes in" : "not there";
  return answer.status < 500 ? "comes in" : `fails with ${answer.status}`;
}

/** The visitor with a session of its own, and an address with something of theirs in it. */
async function ask(part: Part, path: string, method: string, shape: string) {
  // What would be deleted belongs to nobody else here.
  const erases = method === "POST" && path.endsWith("/erasure");
  const { visitor, room, scenario, personId } =
    erases && part !== "anonymous" ? await newcomer(part) : await fresh(part);
  let url = path.replace(":slug", "the-loan").replace("/*", "/nowhere").replace("/conversation/:id", room);
  url = url.replace("/own-scenarios/:id", scenario);
  if (path === "/admin/scenarios/:id") url = `/admin/scenarios/${catalogued}`;
  if (path === "/admin/users/:id") url = `/admin/users/${somebody}`;
  if (path === "/admin/invitations/:id") url = `/admin/invitations/${await invitationOf(personId)}`;
  if (path === "/invite/:token") url = `/invite/${await site.invite()}`;
  if (path === "/owner/:token") url = `/owner/${await makeOwnerLink(site.db)}`;
  // A guest has only one session, and this would end it.
  const ends = method === "POST" && (path === "/logout" || path === "/owner/:token");
  if (ends && part === "guest") visitor.cookie = (await site.guest()).cookie;
  const asked = shape === "page" ? url : (url === "/" ? "/_" : url) + shape.replace("data", ".data");
  // The address of the start page is that of the frame around it too; a form says which is meant.
  if (path !== "/" || method === "GET") return { visitor, url: asked };
  return { visitor, url: `${asked}${asked.includes("?") ? "&" : "?"}index` };
}

type Player = { visitor: Visitor; room: string; scenario: string; personId: string | null };

/** A conversation of theirs with a reminder, and a scenario of their own. */
async function begun(visitor: Visitor): Promise<Pick<Player, "room" | "scenario">> {
  const room = await visitor.start("the-loan");
  const day = new Date().toISOString().slice(0, 10);
  await visitor.post(`${room}/reminder`, { intent: "plan", day, time: "18:00" });
  const described = await visitor.post("/own-scenarios", situationFields());
  return { room, scenario: described.headers.get("location") ?? "" };
}

async function newcomer(part: Exclude<Part, "anonymous">): Promise<Player> {
  const roles = { user: "USER", "power user": "POWER_USER", admin: "ADMIN" } as const;
  const visitor = part === "guest" ? await site.guest() : await site.account(roles[part]);
  return { visitor, ...(await begun(visitor)), personId: null };
}

/** A power user sees their own; whoever is not known here gets one of somebody else. */
async function invitationOf(personId: string | null): Promise<string> {
  const tokenHash = hashToken(await site.invite());
  const [invitation] = await site.db
    .update(invitations)
    .set({ createdBy: personId })
    .where(eq(invitations.tokenHash, tokenHash))
    .returning({ id: invitations.id });
  return invitation?.id ?? "";
}

async function fresh(part: Part): Promise<Player> {
  const person = people.get(part);
  if (!person) throw new Error(`nobody plays the ${part}`);
  const visitor = site.visitor();
  visitor.cookie = person.personId ? await site.sessionOf(person.personId) : person.cookie;
  return { visitor, room: person.room, scenario: person.scenario, personId: person.personId };
}

/** Of a stream, nothing. */
async function bodyOf(answer: Response): Promise<string> {
  if (!answer.headers.get("content-type")?.startsWith("text/event-stream")) return answer.text();
  await answer.body?.cancel();
  return "";
}

/** How many rows the tables hold that a visit could add to. */
async function counted(): Promise<Record<string, number>> {
  const tables = ["users", "conversation_sessions", "turns", "runs", "audit_log", "signed_out_sessions"];
  const counts = [...tables, "invitations", "owner_links"].map(async (table) => {
    const [row] = await site.db.execute<{ n: number }>(
      sql`select count(*)::int n from ${sql.identifier(table)}`,
    );
    return [table, row?.n ?? 0] as const;
  });
  return Object.fromEntries(await Promise.all(counts));
}

function routesIn(entries: Entry[], under: string, above: string[]): Route[] {
  return entries.flatMap(({ file, path, index, children }) => {
    const full = path === undefined ? under : `${under}/${path}`;
    const ids = [...above, file.replace(/\.tsx?$/, "")];
    const own = path !== undefined || index ? [{ path: full === "" ? "/" : full, ids }] : [];
    return [...own, ...routesIn(children ?? [], full, ids)];
  });
}
