import type { ComponentProps } from "react";
import { NoteInPane } from "#app/features/conversations/coach-note.tsx";
import { RewoundNotice } from "#app/features/conversations/branches/rewound-notice.tsx";
import type { Aside } from "#app/features/conversations/asides/aside.ts";
import { Composer } from "#app/features/conversations/composer/composer.tsx";
import { EndingBanner } from "#app/features/conversations/ending-banner.tsx";
import { ContinueCards } from "#app/features/conversations/list/continue-cards.tsx";
import type { ConversationEntry } from "#app/features/conversations/list/conversation-entry.ts";
import { ConversationRows } from "#app/features/conversations/list/conversation-rows.tsx";
import { RoomHeader } from "#app/features/conversations/room-header.tsx";
import { usualPreferences } from "#app/features/conversations/room-preferences.ts";
import { SpentBudget } from "#app/features/conversations/spent-budget.tsx";
import { TurnView } from "#app/features/conversations/turn-view.tsx";
import { Alert } from "#app/ui/alert.tsx";
import { notedTurn, sampleTurns } from "./sample-turns.ts";
import { Shelf, Specimen } from "./specimen.tsx";

/** The parts of the room, each in every state; how they stand together shows the room itself. */
export function Room() {
  return (
    <Shelf title="The room">
      {headers.map(({ name, ...header }) => (
        <Specimen key={name} of={`Header: ${name}`}>
          <RoomHeader {...usualHeader} {...header} />
        </Specimen>
      ))}
      {sampleTurns.map(({ name, turn }) => (
        <Specimen key={name} of={`Turn: ${name}`}>
          <ol className="[container:pane/inline-size]">
            <TurnView
              turn={turn}
              partnerName="Ruth"
              coachShown
              isOpen
              isLast
              isAnswering={false}
              isAnchored={false}
              isPointed={false}
              region="gb"
              onRead={undefined}
            />
          </ol>
        </Specimen>
      ))}
      <Specimen of="A note in the coach’s pane">
        <div className="bg-margin p-4">
          <NoteInPane turn={notedTurn} />
        </div>
      </Specimen>
      {composers.map(({ name, ...composer }) => (
        <Specimen key={name} of={`Composer: ${name}`}>
          <Alert id="composer-error">{composer.error}</Alert>
          <Composer {...usualComposer} {...composer} />
        </Specimen>
      ))}
      <Specimen of="Back at an earlier moment">
        <RewoundNotice rewound={{ turnId: "sample", ordinal: 3, words: "You always do this, Ruth." }} />
      </Specimen>
      <Specimen of="The partner would leave it at this">
        <EndingBanner partnerName="Ruth" proposes="next-step" />
      </Specimen>
      <Specimen of="No turn left, with words that did not fit">
        <SpentBudget conversationId="sample" keptText="I will not let this go." refused={false} />
      </Specimen>
      <Specimen of="Conversations to continue">
        <ContinueCards conversations={[open]} more={3} />
      </Specimen>
      <Specimen of="Conversations as lines">
        <ConversationRows
          conversations={[open, { ...open, id: "ended", ended: { ending: "agreement", by: "learner" } }]}
        />
      </Specimen>
    </Shelf>
  );
}

const usualHeader: ComponentProps<typeof RoomHeader> = {
  conversationId: "sample",
  brief: {
    scenarioTitle: "Ask your manager for the raise you were promised",
    situation: ["You plan production at a firm that builds bakery ovens."],
    learner: {
      role: "a production planner, four years in",
      goal: "Leave with a figure, a date and something in writing.",
    },
    partner: { name: "Ruth Abara", relationship: "your manager" },
    minutes: 12,
    expectedTurns: 10,
    settings: { difficulty: "real", coachMode: "after-each-turn" },
  },
  turns: 4,
  expectedTurns: 10,
  ended: false,
  scripted: false,
  settings: usualPreferences,
  coachMode: "after-each-turn",
  onPrefer: () => {},
};

const headers = [
  { name: "fresh", turns: 0, scripted: true },
  { name: "in the middle" },
  { name: "past what people take", turns: 13 },
  { name: "ended", ended: true },
];

const usualComposer: ComponentProps<typeof Composer> = {
  conversationId: "workbench",
  turnId: "00000000-0000-4000-8000-000000000000",
  parentId: null,
  tipId: null,
  partnerName: "Ruth",
  answering: false,
  going: "idle",
  ownMessages: [],
  isTaken: () => false,
};

const lookedAt: Aside = {
  id: "10000000-0000-4000-8000-000000000000",
  turnId: "00000000-0000-4000-8000-000000000000",
  kind: "draft",
  text: "I was sort of hoping there might be a bit more.",
  rung: null,
  move: null,
  reply: {
    status: "complete",
    text: "Hidden ask — “I was sort of hoping” would be easy to overlook. Name the one thing you want before you send it.",
    attempt: 1,
  },
};

const drafts = { asideId: lookedAt.id, draft: null, ordinal: 1, checking: false };

const composers: ({ name: string } & Partial<ComponentProps<typeof Composer>>)[] = [
  { name: "fresh" },
  { name: "the partner answers", answering: true, going: "answering" },
  { name: "being stopped", answering: true, going: "stopping" },
  { name: "slow", answering: true, going: "slow" },
  { name: "only the coach writes", going: "noting" },
  { name: "offline", going: "offline" },
  { name: "reconnecting", answering: true, going: "reconnecting" },
  { name: "cut off", answering: true, going: "cut", onRefresh: () => {} },
  { name: "few turns left", turnsLeft: 2 },
  { name: "drafts are looked at first", drafts },
  { name: "the coach has looked at it", drafts: { ...drafts, draft: lookedAt } },
  {
    name: "too long",
    keptText: "It is about money, Ruth. ".repeat(170),
    error: "This message has 4,250 characters; a message may have 4,000.",
  },
];

const open: ConversationEntry = {
  id: "open",
  scenarioTitle: "Ask your manager for the raise you were promised",
  partnerName: "Ruth",
  difficulty: "real",
  turns: 4,
  expectedTurns: 10,
  minutes: 6,
  startedAt: "2026-03-02T09:30:00.000Z",
  lastTurnAt: "2026-03-02T09:36:00.000Z",
  lastWords: { speaker: "partner", text: "A date I could live with. What number did you have in mind?" },
  ownLastWords: "It is about the raise we spoke of in April.",
  ended: null,
};
