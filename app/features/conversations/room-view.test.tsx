import type { ComponentProps } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { createRoutesStub } from "react-router";
import { describe, expect, test } from "vitest";
import type { CoachMode } from "#app/features/scenarios/coach-mode.ts";
import type { Aside } from "./asides/aside.ts";
import type { Parting } from "./branches/branch.ts";
import type { Composer } from "./composer/composer.tsx";
import { splitLabel } from "./coach-note.tsx";
import type { LaneStatus } from "./conversation.ts";
import { usualPreferences } from "./room-preferences.ts";
import { RoomView } from "./room-view.tsx";
import type { TurnOnPage } from "./turn-view.tsx";

const opener: TurnOnPage = {
  id: "00000000-0000-4000-8000-000000000000",
  ordinal: 0,
  learner: null,
  partner: { status: "complete", text: "Come in.", attempt: 1 },
  coach: { status: "silent", text: "", attempt: 1 },
};

describe("the room says every state of a lane in words", () => {
  test("the partner is answering, the coach listens, and Stop stands in place of Send", () => {
    const page = room([opener, turn(1, { partner: "running", coach: "running" })], { answering: true });
    expect(page).toContain("Ruth is answering");
    expect(page).toContain("The coach is listening");
    expect(page).toMatch(/<button[^>]*form="stop-form"/);
  });

  test.each([
    ["partial", "The reply broke off."],
    ["stopped", "You stopped this reply."],
    ["failed", "No reply came: the language model did not answer. Nothing was charged."],
  ] as const)("a partner that is %s can be asked again", (status, words) => {
    const page = room([opener, turn(1, { partner: status })]);
    expect(page).toContain(words);
    expect(retries(page)).toEqual(["partner"]);
  });

  test("a reply that something was said after cannot be asked again", () => {
    expect(retries(room([opener, turn(1, { partner: "partial" }), turn(2, {})]))).toEqual([]);
  });

  test("a declined reply asks for other words instead of the same again", () => {
    const page = room([opener, turn(1, { partner: "refused" })]);
    expect(page).toContain("Say it differently");
    expect(retries(page)).toEqual([]);
  });

  test("a coach that missed a turn says so, and leaves the partner alone", () => {
    const page = room([opener, turn(1, {}), turn(2, { coach: "failed" }), turn(3, {})]);
    expect(page).toContain("The coach missed this turn.");
    // Under its turn and in the pane, of which a page shows one.
    expect(retries(page)).toEqual(["coach", "coach"]);
  });

  test("silence on the first message is explained, later silence is silent", () => {
    const explained = "The coach listens to your first message";
    expect(room([opener, turn(1, { coach: "silent" })])).toContain(explained);
    expect(room([opener, turn(2, { coach: "silent" })])).not.toContain(explained);
  });

  test("with no turn left the box gives way, and the words that did not fit are kept", () => {
    const page = room([opener], { turnsLeft: 0, keptText: "I will not let this go." });
    expect(page).toContain("Your practice budget is used up");
    expect(page).toContain("I will not let this go.");
    expect(page).not.toContain("<textarea");
  });

  test("markup in what people and models write stays text", () => {
    expect(room([opener, turn(1, {}, "<b>no</b>")])).toContain("&lt;b&gt;no&lt;/b&gt;");
  });
});

describe("before I send", () => {
  const draft: Aside = {
    ...{ id: "d", turnId: opener.id, kind: "draft", text: "I want more.", rung: null, move: null },
    reply: { status: "complete", text: "Hidden ask: name it.", attempt: 1 },
  };
  const drafts = { asideId: "a", ordinal: 0, draft: null, checking: false };

  test("the line under the box says what Enter does", () => {
    expect(room([opener])).toContain("Enter sends, Shift+Enter starts a new line");
    expect(room([opener], { drafts })).toContain("Enter shows it to the coach first, Shift+Enter");
    expect(room([opener], { drafts: { ...drafts, draft } })).toContain("Enter sends, Shift+Enter");
    expect(room([opener], { drafts: { ...drafts, checking: true } })).not.toContain("Enter s");
    const written = { ...draft, reply: { status: "running", text: "Hid", attempt: 1 } } as const;
    expect(room([opener], { drafts: { ...drafts, draft: written } })).not.toContain("Enter s");
    expect(room([opener], { drafts: { ...drafts, draft }, keptText: "I want 46,000." })).toContain(
      "Enter shows it to the coach again, Shift+Enter",
    );
    const byUs = { ...draft, reply: { status: "silent", text: "Whom to call", attempt: 1 } } as const;
    expect(room([opener], { drafts: { ...drafts, draft: byUs }, keptText: "I want 46,000." })).toContain(
      "Enter shows it to the coach first, Shift+Enter",
    );
  });

  test("there is one next step: to show it, and once it was looked at to send it", () => {
    const fresh = buttons(room([opener], { drafts }));
    expect(fresh.map(({ intent, isNext }) => [intent, isNext])).toEqual([
      ["check-draft", true],
      ["speak", false],
    ]);
    const page = room([opener], { drafts: { ...drafts, draft } });
    expect(buttons(page).map(({ intent, isNext }) => [intent, isNext])).toEqual([
      ["check-draft", false],
      ["speak", true],
    ]);
    expect(page).toContain("Show the coach again");
  });

  test("the way to the coach at the box is called otherwise than the one in the pane", () => {
    const page = room([opener], { drafts });
    expect(page).toContain("Show the coach first");
    expect(page).not.toContain("Ask the coach first");
  });

  test("an empty pane says what is done in this mode", () => {
    expect(room([opener])).toContain("The coach notes things here");
    const page = room([opener], {}, "before-sending");
    expect(page).not.toContain("The coach notes things here");
    expect(page).toContain("The coach looks at your drafts");
  });
});

test("on paper the red line stands over the conversation", () => {
  expect(room([opener], { redLine: "Not below 46,000." })).toContain(
    "Your red line: </dt><dd>Not below 46,000.",
  );
});

describe("where a message was said in more than one way", () => {
  const words = "You promised me money, and you did nothing about it for six months.";
  const fork = { number: 2, of: 2, previous: { turnId: "p", ordinal: 1, words }, next: null };

  test("its place has both arrows, named by where they lead; at the end an arrow leads nowhere", () => {
    const page = room([opener, { ...turn(1, {}), fork }]);
    expect(page).toContain('aria-label="Branches from turn 1"');
    expect(page).toContain("Branch 2 of 2");
    expect(page).toContain("Previous branch, from turn 1: “You promised me money, and you did …”");
    expect(page).toMatch(/<button type="button" aria-disabled="true" aria-label="Next branch"/);
    expect(page).toContain(`href="/compare?left=p&amp;right=${turn(1, {}).id}"`);
  });

  test("nobody leaves while the partner answers", () => {
    const running = [opener, { ...turn(1, {}), fork }, turn(2, { partner: "running", coach: "silent" })];
    const page = room(running, { answering: true });
    expect(page).not.toMatch(/<button type="submit"[^>]*class="branch-button/);
    expect(page).toContain("Try this moment again");
  });

  test("after going back, the way to what was said before is there, and the reply before it is not asked again", () => {
    const stopped = [opener, turn(1, { partner: "stopped" })];
    expect(retries(room(stopped))).toEqual(["partner"]);
    const page = room(stopped, { rewound: { turnId: "r", ordinal: 2, words } });
    expect(page).toContain("You are back before turn 2.");
    expect(page).toContain("Go back to it");
    expect(retries(page)).toEqual([]);
  });
});

describe("a note", () => {
  test("is split into its label and the rest", () => {
    expect(splitLabel("Hold — “I could live with less” took it back. Wait.")).toEqual({
      label: "Hold",
      body: "“I could live with less” took it back. Wait.",
    });
  });

  test("without a label is shown whole", () => {
    expect(splitLabel("Wait for the answer.")).toEqual({ label: null, body: "Wait for the answer." });
  });
});

const settings = { difficulty: "real", coachMode: "after-each-turn" } as const;

function turn(
  ordinal: number,
  lanes: { partner?: LaneStatus; coach?: LaneStatus },
  learner = "About my pay.",
): TurnOnPage {
  const { partner = "complete", coach = "complete" } = lanes;
  return {
    id: `00000000-0000-4000-8000-00000000000${ordinal}`,
    ordinal,
    learner,
    partner: { status: partner, text: partner === "complete" ? "Go on." : "", attempt: 1 },
    coach: { status: coach, text: coach === "complete" ? "Reason — say why." : "", attempt: 1 },
  };
}

function room(
  turnsOnPage: TurnOnPage[],
  more: {
    answering?: boolean;
    turnsLeft?: number;
    keptText?: string;
    rewound?: Parting;
    drafts?: ComponentProps<typeof Composer>["drafts"];
    redLine?: string;
  } = {},
  coachMode: CoachMode = "after-each-turn",
): string {
  const { rewound = null, redLine = null, ...composer } = more;
  const Stub = createRoutesStub([
    {
      path: "/",
      Component: () => (
        <RoomView
          conversationId="1"
          brief={{
            scenarioTitle: "Ask for the raise",
            situation: ["It was promised in April."],
            learner: { role: "a planner", goal: "A figure and a date." },
            partner: { name: "Ruth Abara", relationship: "your manager" },
            minutes: 12,
            expectedTurns: 10,
            settings: { ...settings, coachMode },
          }}
          turns={turnsOnPage.length - 1}
          expectedTurns={10}
          ended={false}
          scripted={false}
          turnsOnPage={turnsOnPage}
          coachOn
          panes={{ view: "conversation", unread: 0, sent: null, arriving: false, onRead: () => {} }}
          proposes={null}
          rewound={rewound}
          composer={{
            conversationId: "c",
            turnId: "t",
            parentId: null,
            tipId: null,
            answering: false,
            going: "idle",
            ownMessages: [],
            isTaken: () => false,
            ...composer,
          }}
          notice={null}
          onPaper={{
            scenario: { title: "Ask for the raise", version: 1 },
            settings,
            startedAt: "2026-11-23T10:00:00.000Z",
            url: "https://coach.example/conversation/1",
            redLine,
          }}
          preferences={usualPreferences}
        />
      ),
    },
  ]);
  return renderToStaticMarkup(<Stub />);
}

/** The buttons that take what stands in the box, and whether each is the next step. */
function buttons(page: string) {
  return Array.from(page.matchAll(/<button[^>]*name="intent"[^>]*>/g), ([button]) => ({
    intent: /value="([^"]*)"/.exec(button)?.[1],
    isNext: button.includes(" bg-pen "),
  })).filter(({ intent }) => intent === "check-draft" || intent === "speak");
}

function retries(page: string): string[] {
  return Array.from(page.matchAll(/name="lane" value="(\w+)"/g), ([, lane = ""]) => lane);
}
