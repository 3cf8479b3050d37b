import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isUuid } from "#app/features/conversations/forms.ts";
import { realConversations } from "#db/schema/real-conversations.ts";
import { startSite, type TestSite } from "#e2e/site.ts";
import type { Visitor } from "#e2e/visitor.ts";

let site: TestSite;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.stop());

const history = "/account/real-conversations";

describe("the reminder to have it for real", () => {
  test("is a file for the calendar at the chosen time, with the title, the goal and the way back", async () => {
    const ada = await site.guest();
    const room = await ada.start("the-loan", { goal: "A date, in writing" });
    await ada.say(room, "CANARY words of mine.");
    await ada.post(room, { intent: "end" });
    expect(await (await ada.get(`${room}/debrief`)).text()).toContain(`href="${room}/reminder"`);
    expect((await ada.get(`${room}/reminder.ics`)).status, "none before a time was chosen").toBe(404);

    const [day, time] = [inDays(3), "18:30"];
    expect((await ada.post(`${room}/reminder`, { intent: "plan", day, time })).status).toBe(303);
    expect(await (await ada.get(`${room}/reminder`)).text()).toContain(`${room}/reminder.ics`);
    const answer = await ada.get(`${room}/reminder.ics`);
    expect(answer.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
    expect(answer.headers.get("content-disposition")).toBe('attachment; filename="did-you-have-it.ics"');
    expect(answer.headers.get("cache-control")).toBe("no-store");
    const file = (await answer.text()).replaceAll("\r\n ", "");
    expect(file).toContain(`DTSTART:${day.replaceAll("-", "")}T183000\r\n`);
    expect(file).toContain("SUMMARY:Did you have it? ");
    expect(file).toContain("DESCRIPTION:You were after: A date\\, in writing\\n");
    expect(file).toContain(`URL:${site.origin}${history}#real-`);
    expect(file).not.toContain("CANARY");

    await ada.post(`${room}/reminder`, { intent: "plan", day: inDays(5), time });
    const later = (await (await ada.get(`${room}/reminder.ics`)).text()).replaceAll("\r\n ", "");
    expect(later).toContain(`DTSTART:${inDays(5).replaceAll("-", "")}T183000`);
    expect(/UID:.*/u.exec(later)?.[0], "the calendar takes it for the same entry").toBe(
      /UID:.*/u.exec(file)?.[0],
    );
    expect([sequenceOf(file), sequenceOf(later)]).toEqual([0, 1]);
  });

  test.each([
    ["", "18:00", "Choose a day from today on"],
    ["2026-02-31", "18:00", "Choose a day from today on"],
    ["2001-01-01", "18:00", "Choose a day from today on"],
    ["9999-12-31", "18:00", "Choose a day from today on"],
    ["tomorrow", "18:00", "Choose a day from today on"],
    [null, "25:00", "Choose a time"],
    [null, "", "Choose a time"],
    [null, "\0", "Choose a time"],
  ])("at %j, %j is refused, and what was typed comes back", async (day, time, says) => {
    const ada = await site.guest();
    const room = await ada.start("the-loan");
    const typed = day ?? inDays(1);
    const answer = await ada.post(`${room}/reminder`, { intent: "plan", day: typed, time });
    expect(answer.status).toBe(400);
    const page = await answer.text();
    expect(page).toContain(says);
    expect(page).toContain(`value="${typed}"`);
    expect((await ada.get(`${room}/reminder.ics`)).status).toBe(404);
  });
});

describe("the page of conversations that were had", () => {
  test("asks, keeps what is told, and can be changed and forgotten", async () => {
    const ada = await site.guest();
    const { id } = await planned(ada);
    expect(await textOf(await ada.get("/account"))).toContain(`href="${history}"`);
    expect(await textOf(await ada.get(history))).toContain("Did you have it? ");
    const told = { intent: "answer", id, outcome: "had", hadOn: inDays(0), howItWent: "7" };
    const words = { went: "He <b>laughed</b> first.\nThen not.", keep: "The pause." };
    expect((await ada.post(history, { ...told, ...words })).status).toBe(303);
    const page = await textOf(await ada.get(history));
    expect(page).toContain("Yes, I had it");
    expect(page).toContain("7 of 10");
    expect(page).toContain("He &lt;b&gt;laughed&lt;/b&gt; first.");
    expect(page).toContain("The pause.");

    await ada.post(history, {
      intent: "answer",
      id,
      outcome: "not-yet",
      hadOn: inDays(0),
      howItWent: "7",
      went: "",
    });
    const [row] = await site.db.select().from(realConversations).where(eq(realConversations.id, id));
    expect(row).toMatchObject({ outcome: "not-yet", hadOn: null, howItWent: null, wentText: null });
    expect((await ada.post(history, { intent: "forget", id })).status).toBe(303);
    expect(await textOf(await ada.get(history))).toContain("Nothing noted yet");
  });

  test("words that can be about self-harm: whom to call first, nothing lost, and then it is kept", async () => {
    const ada = await site.guest();
    const { id } = await planned(ada);
    const went = "Badly. I want to kill myself.";
    const told = { intent: "answer", id, outcome: "had", went, keep: "Nothing." };
    const answer = await ada.post(history, told, { "Accept-Language": "en-GB" });
    expect(answer.status).toBe(400);
    const page = await textOf(answer);
    for (const words of ["Samaritans", went, "Nothing.", 'name="helpSeen"']) expect(page).toContain(words);
    expect((await ada.post(history, { ...told, helpSeen: "yes" })).status).toBe(303);
    // The numbers are gone then; the way to help stays by what was kept.
    expect(await (await ada.get(history)).text()).toContain('href="https://findahelpline.com"');
    const [row] = await site.db.select().from(realConversations).where(eq(realConversations.id, id));
    expect(row).toMatchObject({ wentText: went, keepText: "Nothing." });
  });

  test("takes one that was had without a reminder, and stays when the rehearsal is deleted", async () => {
    const ada = await site.guest();
    const room = await ada.start("the-loan");
    const noted = await ada.post(`${room}/reminder`, { intent: "had" });
    expect(noted.headers.get("location")).toMatch(/^\/account\/real-conversations#real-/);
    await ada.post(`${room}/reminder`, { intent: "had" });
    expect((await textOf(await ada.get(history))).match(/id="real-/g)).toHaveLength(1);
    await ada.post(`${room}/erasure`, {});
    const page = await textOf(await ada.get(history));
    expect(page).toContain("Did you have it? ");
    expect(page).not.toContain(`href="${room}"`);
  });

  test.each([
    [{ outcome: "" }, "Say first whether you had it."],
    [{ outcome: "perhaps" }, "Say first whether you had it."],
    [{ hadOn: "2026-13-01" }, "A day that has been, please, or none."],
    [{ hadOn: "2999-01-01" }, "A day that has been, please, or none."],
    [{ went: "w".repeat(2_001) }, "At most 2000 characters"],
    [{ keep: "k".repeat(2_001) }, "At most 2000 characters"],
  ])("%.40j is refused at its field, and everything typed comes back", async (wrong, says) => {
    const ada = await site.guest();
    const { id } = await planned(ada);
    const fields = {
      intent: "answer",
      id,
      outcome: "had",
      went: "What I typed.",
      keep: "And this.",
      ...wrong,
    };
    const answer = await ada.post(history, fields);
    expect(answer.status).toBe(400);
    const page = await textOf(answer);
    expect(page).toContain(says);
    expect(page).toContain(fields.went);
    expect(page).toContain(fields.keep);
  });

  test("is nobody else's: not the note, not the reminder, not the file", async () => {
    const [ada, grace] = [await site.guest(), await site.guest()];
    const { room, id } = await planned(ada);
    for (const path of ["/reminder", "/reminder.data", "/reminder.ics"])
      expect((await grace.get(room + path)).status, path).toBe(404);
    expect(
      (await grace.post(`${room}/reminder`, { intent: "plan", day: inDays(1), time: "10:00" })).status,
    ).toBe(404);
    expect((await grace.post(history, { intent: "answer", id, outcome: "dropped" })).status).toBe(404);
    await grace.post(history, { intent: "forget", id });
    const [row] = await site.db.select().from(realConversations).where(eq(realConversations.id, id));
    expect(row).toMatchObject({ outcome: null });
    for (const bad of ["", "x", "%00"])
      expect((await grace.post(history, { intent: "answer", id: bad, outcome: "had" })).status).toBe(400);
  });

  test("whose note was deleted in another window, gives back what was written", async () => {
    const ada = await site.guest();
    const { id } = await planned(ada);
    await ada.post(history, { intent: "forget", id });
    const told = { intent: "answer", outcome: "had", went: "He <b>laughed</b> first.", keep: "The pause." };
    for (const gone of [
      { ...told, id },
      { ...told, id: "x" },
      { ...told, id, outcome: "" },
    ]) {
      const answer = await ada.post(history, gone);
      expect(answer.status).toBe(isUuid(gone.id) && gone.outcome !== "" ? 404 : 400);
      const page = await textOf(answer);
      expect(page).toContain("This note is not there any more");
      expect(page).toContain("He &lt;b&gt;laughed&lt;/b&gt; first.</textarea>");
      expect(page).toContain("The pause.</textarea>");
    }
  });
});

async function planned(visitor: Visitor) {
  const room = await visitor.start("the-loan");
  await visitor.post(`${room}/reminder`, { intent: "plan", day: inDays(2), time: "18:00" });
  const [row] = await site.db
    .select({ id: realConversations.id })
    .from(realConversations)
    .where(eq(realConversations.conversationId, room.replace("/conversation/", "")));
  return { room, id: row?.id ?? "" };
}

function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

function sequenceOf(file: string): number {
  return Number(/SEQUENCE:(\d+)/u.exec(file)?.[1]);
}

async function textOf(answer: Response): Promise<string> {
  return (await answer.text()).replaceAll("<!-- -->", "");
}
