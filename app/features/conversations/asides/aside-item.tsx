import type { HelpRegion } from "#app/features/conversations/help-card/help-resources.ts";
import { type Aside, isHelpAside, rungs } from "./aside.ts";
import { asideWords } from "./aside-words.ts";
import { CoachReply } from "./coach-reply.tsx";

type AsideItemProps = {
  aside: Aside;
  ordinal: number;
  region: HelpRegion;
  isOpen?: boolean;
  /** Nothing in its pane is newer. */
  isLast?: boolean;
};

/** One private exchange in the coach's pane, under the turn after which it was had. */
export function AsideItem({ aside, ordinal, region, isOpen = true, isLast = false }: AsideItemProps) {
  const { id, kind, text, rung } = aside;
  return (
    <article
      id={`aside-${id}`}
      className="coach-aside"
      data-from-start={(isLast && isHelpAside(aside)) || undefined}
    >
      <h3 className="small-caps text-ink-soft">{titleOf(kind, rung)}</h3>
      {text === "" ? null : (
        <p className="coach-aside-words" dir="auto">
          {text}
        </p>
      )}
      <CoachReply aside={aside} ordinal={ordinal} region={region} isOpen={isOpen} />
    </article>
  );
}

function titleOf(kind: Aside["kind"], rung: number | null): string {
  switch (kind) {
    case "question":
      return asideWords.you;
    case "draft":
      return asideWords.draft;
    case "hint":
      return asideWords.hint(rung ?? 1, rungs);
  }
}
