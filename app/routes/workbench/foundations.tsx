import { edgePairs, textPairs } from "#app/ui/color-pairs.ts";
import { Mark, Wordmark } from "#app/ui/wordmark.tsx";
import { Named, Shelf, Specimen } from "./specimen.tsx";

/** What everything else is made of: type, colours that may stand on each other, the mark. */
export function Foundations() {
  return (
    <Shelf title="Foundations">
      <Specimen of="Type" about="eight sizes, two faces">
        {sizes.map(([size, name]) => (
          <Named key={name} name={name}>
            <p className={`${size} font-script`}>She has reasons, and holds to them.</p>
          </Named>
        ))}
        <Named name="text-base, sans">
          <p className="text-base">What the page says is set in the reader’s own face.</p>
        </Named>
        <Named name="small-caps">
          <p className="small-caps text-ink-soft">Ruth</p>
        </Named>
      </Specimen>
      <Specimen of="Words on grounds" about="4.5 to 1 at least">
        {textPairs.map(([front, grounds]) => (
          <Named key={front} name={front}>
            <div className="flex flex-wrap gap-2">
              {grounds.map((ground) => (
                <span
                  key={ground}
                  className="rounded-sm border border-line px-2 py-1 text-sm"
                  style={{ color: `var(--color-${front})`, background: `var(--color-${ground})` }}
                >
                  {ground}
                </span>
              ))}
            </div>
          </Named>
        ))}
      </Specimen>
      <Specimen of="Edges on grounds" about="3 to 1 at least">
        {edgePairs.map(([front, grounds]) => (
          <Named key={front} name={front}>
            <div className="flex flex-wrap gap-2">
              {grounds.map((ground) => (
                <span
                  key={ground}
                  className="rounded-sm border-2 px-2 py-1 text-sm"
                  style={{ borderColor: `var(--color-${front})`, background: `var(--color-${ground})` }}
                >
                  {ground === "pen" ? "" : ground}
                </span>
              ))}
            </div>
          </Named>
        ))}
      </Specimen>
      <Specimen of={Wordmark}>
        <Wordmark name="Conversation Coach" />
      </Specimen>
      <Specimen of={Mark} about="in the header, on a tab, on a phone">
        <div className="flex items-end gap-4">
          <Mark className="size-4" />
          <Mark className="size-8" />
          <Mark className="size-16" />
        </div>
      </Specimen>
    </Shelf>
  );
}

// Whole names: Tailwind writes only the classes it finds in a source.
const sizes = [
  ["text-xs", "text-xs"],
  ["text-sm", "text-sm"],
  ["text-base", "text-base"],
  ["text-lg", "text-lg"],
  ["text-xl", "text-xl"],
  ["text-2xl", "text-2xl"],
  ["text-3xl", "text-3xl"],
  ["text-4xl", "text-4xl"],
] as const;
