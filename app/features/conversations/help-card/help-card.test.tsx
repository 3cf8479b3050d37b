import { renderToStaticMarkup } from "react-dom/server";
import { createRoutesStub } from "react-router";
import { describe, expect, test } from "vitest";
import type { TurnOnPage } from "#app/features/conversations/turn-view.tsx";
import { TurnView } from "#app/features/conversations/turn-view.tsx";
import { type HelpRegion, helpRegions, helpResourceFor, regionOfLanguages } from "./help-resources.ts";
import { helpText } from "./help-words.ts";

describe("the card", () => {
  test("stands in the partner's place and the coach's, and says what happened, what this is, and who can help", () => {
    const page = shown("gb");
    expect(page).toContain("This page noticed the words, not what you mean by them");
    expect(page).toContain("Everybody in this practice but you is a program");
    expect(page).toContain("I want to die.");
    expect(page).not.toContain("Ruth");
    expect(page).not.toContain("Retry");
    expect(page).not.toContain("The coach listens");
    expect(page, "nobody is sent back into those words").not.toContain("Try this moment again");
  });

  test("says whom to call before anything about this page, and is shown from its beginning", () => {
    const page = shown("gb");
    expect(page.indexOf("tel:999")).toBeLessThan(page.indexOf("What you wrote is kept"));
    expect(page).toMatch(/<li[^>]*data-from-start/u);
  });

  test("says what a call costs where it is not free from every phone", () => {
    expect(shown("gb")).toContain("Day and night, every day, free of charge.");
    expect(shown("ch")).toContain("at most 20 Rappen a call");
    expect(shown("au")).toContain("free from a mobile, also by text message to 0477 13 11 14");
  });

  test.each(helpRegions)("names numbers, hours and findahelpline.com for %s", (region) => {
    const page = shown(region);
    const resource = helpResourceFor(region);
    for (const number of [...(resource?.emergency ?? []), ...(resource ? [resource.line.number] : [])])
      expect(page).toContain(`href="tel:${number.replaceAll(" ", "")}"`);
    if (resource) expect(page).toContain(resource.line.hours);
    expect(page).toContain('href="https://findahelpline.com"');
    expect(page).toContain(`<option value="${region}" selected="">`);
  });

  test("switches its region, ends and deletes by plain forms and links, and lets the learner go on", () => {
    const page = shown("us");
    expect(page).toMatch(/<form[^>]*method="post"[^>]*>.*name="intent" value="prefer".*name="region"/su);
    expect(page).toMatch(/name="intent" value="end"/u);
    expect(page).toContain('href="/conversation/1/erasure"');
    expect(page).toContain('href="#text"');
  });

  test("of an ended conversation keeps the numbers and offers nothing that is over", () => {
    const page = shown("us", false);
    expect(page).toContain('href="tel:988"');
    expect(page).not.toMatch(/name="intent" value="end"/u);
    expect(page).not.toContain('href="#text"');
    expect(page).toContain("/erasure");
  });

  test("makes no claim about the learner", () => {
    expect(helpText).not.toMatch(
      /(?<!\bif |\bwhere |\bwherever )\byou (?:are|seem|feel|want|sound)\b|\byou're\b/iu,
    );
  });
});

describe("the region first shown", () => {
  test.each([
    ["en-GB,en;q=0.9", "gb"],
    ["de,de-AT;q=0.8,en-US;q=0.5", "at"],
    ["en", "other"],
    ["pt-BR,pt;q=0.9", "other"],
    ["zh-Hant-NZ", "nz"],
    ["*", "other"],
    [null, "other"],
    ["en-other, x-y-z", "other"],
  ] as const)("for %s is %s", (languages, region) => {
    expect(regionOfLanguages(languages)).toBe(region);
  });
});

function shown(region: HelpRegion, isOpen = true): string {
  const turn: TurnOnPage = {
    id: "00000000-0000-4000-8000-000000000001",
    ordinal: 1,
    learner: "I want to die.",
    partner: { status: "silent", text: helpText, attempt: 1 },
    coach: { status: "silent", text: "", attempt: 1 },
  };
  const Stub = createRoutesStub([
    {
      path: "/conversation/:id",
      Component: () => (
        <ol>
          <TurnView
            turn={turn}
            partnerName="Ruth"
            coachShown
            isOpen={isOpen}
            isLast
            isAnswering={false}
            isAnchored={false}
            isPointed={false}
            region={region}
            onRead={undefined}
          />
        </ol>
      ),
    },
  ]);
  return renderToStaticMarkup(<Stub initialEntries={["/conversation/1"]} />);
}
