import { describe, expect, test } from "vitest";
import type { LaneReply } from "#app/features/conversations/conversation.ts";
import { newsWords } from "./announcement-words.ts";
import { newsOf, type OldNews } from "./news.ts";

const running: LaneReply = { status: "running", text: "", attempt: 1 };
const silent: LaneReply = { status: "silent", text: "", attempt: 1 };

describe("what is news", () => {
  test("nothing that stood there when the page was opened, but the end of what was still running", () => {
    const page = openedWith([turn("a", said("Come in."), silent), turn("b", running, running)]);
    expect(page.shows([turn("a", said("Come in."), silent), turn("b", said("Go on."), running)])).toEqual([
      "Ruth: Go on.",
    ]);
  });

  test("that a reply has started, and once it has ended the whole of it: nothing in between", () => {
    const page = openedWith([]);
    expect(page.shows([turn("a", running, silent)])).toEqual(["Ruth is replying"]);
    expect(page.shows([turn("a", { ...running, text: "Go" }, silent)])).toEqual([]);
    expect(page.shows([turn("a", said("Go on."), silent)])).toEqual(["Ruth: Go on."]);
    expect(page.shows([turn("a", said("Go on."), silent)])).toEqual([]);
  });

  test("a note that is there first waits for the partner", () => {
    const page = openedWith([]);
    page.shows([turn("a", running, running)]);
    expect(page.shows([turn("a", running, said("Hold — wait."))])).toEqual([]);
    expect(page.shows([turn("a", said("Go on."), said("Hold — wait."))])).toEqual([
      "Ruth: Go on.",
      "Coach: Hold — wait.",
    ]);
  });

  test("a note of the turn before is told while the partner answers the next", () => {
    const page = openedWith([]);
    page.shows([turn("a", running, running)]);
    page.shows([turn("a", said("Go on."), running), turn("b", running, running)]);
    expect(
      page.shows([turn("a", said("Go on."), said("Hold — wait.")), turn("b", running, running)]),
    ).toEqual(["Coach: Hold — wait."]);
  });

  test("a new attempt, even one that has ended before the page saw it run", () => {
    const page = openedWith([turn("a", { ...said(""), status: "failed" }, silent)]);
    expect(page.shows([turn("a", said("Go on.", 2), silent)])).toEqual(["Ruth: Go on."]);
    expect(page.shows([turn("a", said("Go on.", 2), said("Hold — wait.", 2))])).toEqual([
      "Coach: Hold — wait.",
    ]);
  });

  test("a retried reply does not bring back the note beside it", () => {
    const page = openedWith([turn("a", { ...said("Go"), status: "partial" }, said("Hold — wait."))]);
    expect(page.shows([turn("a", { ...running, attempt: 2 }, said("Hold — wait."))])).toEqual([
      "Ruth is replying",
    ]);
    expect(page.shows([turn("a", said("Go on.", 2), said("Hold — wait."))])).toEqual(["Ruth: Go on."]);
  });

  test("not what another tab or branch brings already ended", () => {
    const page = openedWith([turn("a", said("Come in."), silent)]);
    expect(page.shows([turn("b", said("Go on."), said("Hold — wait."))])).toEqual([]);
  });

  test("the reply to a message that first had to wait for the network", () => {
    const page = openedWith([]);
    expect(page.shows([turn("a", silent, silent)])).toEqual([]);
    expect(page.shows([turn("a", running, running)])).toEqual(["Ruth is replying"]);
    expect(page.shows([turn("a", said("Go on."), said("Hold — wait."))])).toEqual([
      "Ruth: Go on.",
      "Coach: Hold — wait.",
    ]);
  });

  test("the help card, in place of the reply that was expected, and once", () => {
    const card: LaneReply = { ...silent, text: "Let’s step out of the practice." };
    const page = openedWith([]);
    expect(page.shows([turn("a", running, running)])).toEqual(["Ruth is replying"]);
    expect(page.shows([turn("a", card, silent)])).toEqual(["Let’s step out of the practice."]);
    expect(page.shows([turn("a", card, silent)])).toEqual([]);
  });

  test("a message that was refused and is sent again starts again", () => {
    const page = openedWith([]);
    page.shows([turn("a", running, silent)]);
    page.shows([]);
    expect(page.shows([turn("a", running, silent)])).toEqual(["Ruth is replying"]);
  });
});

describe("in words", () => {
  const ended = { happened: "ended", lane: "partner", status: "complete", text: "Go on." } as const;

  test("a short notice says that a reply is there, and nothing says it to those who want to hear nothing", () => {
    expect(newsWords(ended, "Ruth", "short")).toBe("Ruth has replied.");
    expect(newsWords({ ...ended, lane: "coach" }, "Ruth", "short")).toBe("The coach has left a note.");
    expect(newsWords({ happened: "started" }, "Ruth", "off")).toBeNull();
    expect(newsWords(ended, "Ruth", "off")).toBeNull();
    expect(newsWords({ ...ended, lane: "coach" }, "Ruth", "off")).toBeNull();
  });

  test.each([
    ["partner", "stopped", "Go", "Ruth: Go… You stopped this reply."],
    ["partner", "partial", "Go", "Ruth: Go… The reply broke off."],
    [
      "partner",
      "truncated",
      "Go on.",
      "Ruth: Go on. Ruth had more to say than fits in one reply. Go on from here.",
    ],
    ["partner", "refused", "", "The model declined to answer this. Say it differently."],
    ["partner", "failed", "", "No reply came: the language model did not answer. Nothing was charged."],
    ["coach", "failed", "", "The coach missed this turn."],
    ["coach", "silent", "", null],
  ] as const)("a %s lane that is %s", (lane, status, text, words) => {
    expect(newsWords({ happened: "ended", lane, status, text }, "Ruth", "full")).toBe(words);
  });

  test.each(["full", "short", "off"] as const)(
    "what went wrong is said, whoever wants to hear: %s",
    (announce) => {
      const failed = { happened: "ended", lane: "partner", status: "failed", text: "" } as const;
      expect(newsWords(failed, "Ruth", announce)).toBe(
        "No reply came: the language model did not answer. Nothing was charged.",
      );
    },
  );

  test.each(["full", "short", "off"] as const)(
    "the help card is said whole and as nobody's words, whoever wants to hear: %s",
    (announce) => {
      const card = { happened: "ended", lane: "partner", status: "silent", text: "Call 112." } as const;
      expect(newsWords(card, "Ruth", announce)).toBe("Call 112.");
    },
  );

  test.each([
    ["**No.** I _mean_ it, `really`.", "No. I mean it, really."],
    ["# Then\n- one\n- two\n> three", "Then\none\ntwo\nthree"],
    ["See [the letter](https://example.com/a).", "See the letter."],
    ["2 * 3 * 4, snake_case_name, 5 - 3", "2 * 3 * 4, snake_case_name, 5 - 3"],
  ])("no mark of Markdown is read out: %s", (text, words) => {
    expect(newsWords({ ...ended, text }, "Ruth", "full")).toBe(`Ruth: ${words}`);
  });
});

type Lanes = { id: string; partner: LaneReply; coach: LaneReply };

function turn(id: string, partner: LaneReply, coach: LaneReply): Lanes {
  return { id, partner, coach };
}

function said(text: string, attempt = 1): LaneReply {
  return { status: "complete", text, attempt };
}

/** A page somebody has open; `shows` brings it to these turns, and is what it then says. */
function openedWith(turns: Lanes[]) {
  let old: OldNews = newsOf(turns, null).old;
  return {
    shows(next: Lanes[]) {
      const { news, old: told } = newsOf(next, old);
      old = told;
      return news.map((one) => newsWords(one, "Ruth", "full"));
    },
  };
}
