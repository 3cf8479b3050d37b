import { renderToStaticMarkup } from "react-dom/server";
import { createRoutesStub } from "react-router";
import { expect, test } from "vitest";
import type { ReturnedView } from "./forms.ts";
import type { Review } from "./review.ts";
import { ReviewPage } from "./review-page.tsx";

const notes = "What the coach noted";
const looksBack = "The coach looks back";
const asked = "First, how you see it";
const skip = "?notes=shown#debrief";

test("the learner's own view comes before the notes, which are one press away", () => {
  const page = shown({});
  expect(page).toContain(asked);
  expect(page).toContain(skip);
  expect(page).not.toContain(notes);
  const after = shown({}, { notesAsked: true });
  expect(after).toContain(notes);
  expect(after).toContain(asked);
  expect(after).not.toContain(skip);
});

test("the coach looks back only after the learner has, or has been asked to", () => {
  expect(shown({})).not.toContain(looksBack);
  expect(shown({ notes: [] })).not.toContain(looksBack);
  expect(shown({}, { notesAsked: true })).toContain(looksBack);
  expect(shown({ after: { view: "I named it.", confidence: null, dread: null } })).toContain(looksBack);
});

test("once it was told the notes are there, and the numbers stand beside the first ones", () => {
  const page = shown({ after: { view: "I named it.", confidence: 7, dread: 3 } });
  for (const words of [notes, "I named it.", "Confidence 4, dread 8, of 10", "Confidence 7, dread 3, of 10"])
    expect(page).toContain(words);
  expect(shown({ after: { view: null, confidence: null, dread: 0 } })).toContain(notes);
});

test("where nothing was said nothing is asked; where the coach noted nothing there is nothing to wait for", () => {
  const silent = shown({ turns: 0, notes: [], lastTurn: null });
  expect(silent).not.toContain(asked);
  expect(silent).not.toContain("Try your last turn again");
  expect(shown({ notes: [] })).toContain(notes);
});

test("that the coach noted nothing is not said where it has told something", () => {
  expect(shown({ notes: [] })).toContain("The coach noted nothing this time.");
  const asked = shown({ notes: [], coachWasAsked: true });
  expect(asked).not.toContain("noted nothing");
  expect(asked).toContain("What it told you when you asked");
});

test("near words of one's own view that can be about self-harm the way to help stays", () => {
  const after = { view: "I want to die.", confidence: null, dread: null };
  expect(shown({ after })).not.toContain("findahelpline.com");
  expect(shown({ after, helpStays: true })).toContain('href="https://findahelpline.com"');
});

test("says what they were after and would not agree to, each by its own name", () => {
  const page = shown({});
  expect(page).toContain(">What you were after<");
  expect(page).not.toContain("red line");
  const own = shown({
    goal: "Say no once.",
    before: { goal: "Say no once.", redLine: "Not the twenty-fourth.", confidence: null, dread: null },
  });
  for (const words of [">Your own goal<", "Say no once.", ">Your red line<", "Not the twenty-fourth."])
    expect(own).toContain(words);
  expect(own).not.toContain("What you were after");
});

test("who has not said how it ended has not chosen an answer of their own", () => {
  const end = { ending: "someone-leaves", by: "learner" } as const;
  const pressed = /aria-pressed="true"[^>]*>(?:<svg.*?<\/svg>)?([^<]*)</u;
  expect(pressed.exec(shown({ end }))?.[1]).toBe("I’d rather not say");
});

test("once the coach's view stands there, keeping one's own does not promise it", () => {
  expect(shown({})).toContain("Keep it, and show me the coach’s view");
  const after = shown({}, { notesAsked: true });
  expect(after).toContain(">Keep it<");
  expect(after).not.toContain("show me the coach’s view");
});

test("what was too long comes back as it was", () => {
  const page = shown(
    {},
    { returned: { view: "v".repeat(2_001), confidence: null, dread: 3, why: "too-long" } },
  );
  expect(page).toContain(`${"v".repeat(2_001)}</textarea>`);
  expect(page).toContain("Nothing you wrote is lost");
  expect(page).toMatch(/name="dread"[^>]*checked=""[^>]*value="3"|name="dread"[^>]*value="3"[^>]*checked=""/);
});

test("the last turn and every noted one can be tried again, in the room", () => {
  const page = shown({}, { notesAsked: true });
  const tries = /action="\/conversation\/1"[^>]*><input type="hidden" name="intent" value="rewind"\/>/g;
  expect(page.match(tries)).toHaveLength(2);
  expect(page).not.toContain("side by side");
  const branch = { number: 1, of: 2, parting: { turnId: "t", ordinal: 2, words: "You always do this." } };
  expect(shown({ branch })).toContain("Branch 1 of 2, from turn 2: “You always do this.”");
  expect(shown({ branch })).toContain('href="/conversation/1/compare"');
});

function shown(
  review: Partial<Review>,
  more: { notesAsked?: boolean; returned?: ReturnedView } = {},
): string {
  const { notesAsked = false, returned = null } = more;
  const Component = () => (
    <ReviewPage
      review={{ ...usual, ...review }}
      notesAsked={notesAsked}
      debrief={<p>{looksBack}</p>}
      returned={returned}
      help={null}
      offer={null}
    />
  );
  const Stub = createRoutesStub([{ id: "root", path: "/", Component }]);
  return renderToStaticMarkup(<Stub />).replaceAll("<!-- -->", "");
}

const usual: Review = {
  conversationId: "1",
  scenario: { slug: "the-promised-raise", title: "Ask for the raise", version: 1, open: true },
  partner: { name: "Ruth Abara", relationship: "your manager" },
  goal: "A figure and a date.",
  before: { goal: null, redLine: null, confidence: 4, dread: 8 },
  after: { view: null, confidence: null, dread: null },
  settings: { difficulty: "real", coachMode: "after-each-turn" },
  startedAt: "2026-11-23T10:00:00.000Z",
  end: { ending: "impasse", by: "learner" },
  turns: 2,
  branch: { number: 1, of: 1, parting: null },
  lastTurn: { id: "t", ordinal: 2 },
  minutes: 4,
  notes: [
    { turnId: "t", ordinal: 2, learner: "You always do this.", note: "Blame — “always” shut the door." },
  ],
  coachWasAsked: false,
  helpStays: false,
  url: "https://coach.example/conversation/1/debrief",
};
