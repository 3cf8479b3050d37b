import type { ReactNode } from "react";
import { ContinueCards, type ConversationEntry, PastConversations } from "./conversation-list.tsx";
import { turnsLeftWords } from "./conversation-words.ts";

type GuestHomeProps = {
  /** About how many turns the budget still carries. */
  turnsLeft: number;
  open: ConversationEntry[];
  past: ConversationEntry[];
  /** The scenario groups, composed by the page. */
  children: ReactNode;
};

/** The start page of someone who practises here: what is open, what there is, what was. */
export function GuestHome({ turnsLeft, open, past, children }: GuestHomeProps) {
  const fresh = open.length === 0 && past.length === 0;
  return (
    <div className="space-y-14">
      <div>
        <h1 className="font-script text-2xl font-semibold sm:text-3xl">
          {fresh ? "Good that you are here" : "Welcome back"}
        </h1>
        <p className="mt-2 max-w-[60ch] text-ink-soft">
          {turnsLeft > 0
            ? `In your practice budget: ${turnsLeftWords(turnsLeft)}.`
            : "Your practice budget is used up. You can still read and download everything you have practised."}
          {fresh ? " A conversation takes about ten. Pick the one you would rather not have." : ""}
        </p>
      </div>
      <ContinueCards conversations={open} />
      <section aria-labelledby="scenarios">
        <h2 id="scenarios" className="mb-5 font-script text-2xl font-semibold">
          What would you like to rehearse?
        </h2>
        {children}
      </section>
      <PastConversations conversations={past} />
    </div>
  );
}
