import Check from "lucide-react/icons/check";
import X from "lucide-react/icons/x";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { moveWords } from "./scenario-words.ts";

export type FrameworkMove = { id: string; name: string; what: string; good: string; bad: string };

type FrameworkMovesProps = { framework: { name: string; oneLine: string; moves: FrameworkMove[] } };

/** What the learner can try: each move opens to a line that works here and one that does not. */
export function FrameworkMoves({ framework }: FrameworkMovesProps) {
  return (
    <section aria-labelledby="moves" className="min-w-0 max-w-[62ch]">
      <h2 id="moves" className="font-script text-xl font-semibold">
        {moveWords.title}
      </h2>
      <p className="mt-1 mb-4 text-ink-soft">
        <strong className="font-semibold text-ink">{framework.name}.</strong> {framework.oneLine}
      </p>
      {framework.moves.map((move) => (
        <Disclosure
          key={move.id}
          summary={
            <>
              {move.name} <span className="font-normal text-ink-soft">{move.what}</span>
            </>
          }
        >
          <dl className="grid gap-3">
            <div className="rounded-md bg-pencil-wash px-4 py-3">
              <dt className="flex items-center gap-1.5 text-sm font-semibold text-pencil">
                <Check aria-hidden="true" className="size-4" /> {moveWords.works}
              </dt>
              <dd className="mt-0.5 font-script">{moveWords.line(move.good)}</dd>
            </div>
            <div className="rounded-md border border-line px-4 py-3">
              <dt className="flex items-center gap-1.5 text-sm font-semibold text-ink-soft">
                <X aria-hidden="true" className="size-4" /> {moveWords.fails}
              </dt>
              <dd className="mt-0.5 font-script">{moveWords.line(move.bad)}</dd>
            </div>
          </dl>
        </Disclosure>
      ))}
    </section>
  );
}
