import Pencil from "lucide-react/icons/pencil";
import { exampleWords } from "./landing-words.ts";

/** A piece of a rehearsal, set as the room sets it, so that the idea is seen before it is explained. */
export function LandingExample() {
  const { caption, partner, learner, lines, note } = exampleWords;
  return (
    <figure className="rounded-lg border border-line bg-sheet shadow-sheet">
      <figcaption className="sr-only">{caption}</figcaption>
      <div className="grid overflow-hidden rounded-lg sm:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="space-y-5 p-5 font-script text-lg sm:p-7">
          <Line speaker={partner}>{lines.before}</Line>
          <Line speaker={learner} pen>
            {lines.said}
          </Line>
          <Line speaker={partner}>{lines.after}</Line>
        </div>
        <div className="border-t border-line bg-margin p-5 text-sm sm:border-s-[5px] sm:border-t-0 sm:border-double sm:border-rule sm:p-7">
          <p className="flex gap-2 font-semibold text-pencil">
            <Pencil aria-hidden="true" className="mt-1 size-4 shrink-0" /> {note.label}
          </p>
          <p className="mt-1.5">{note.text}</p>
        </div>
      </div>
    </figure>
  );
}

function Line({ speaker, pen = false, children }: { speaker: string; pen?: boolean; children: string }) {
  return (
    <div>
      <p className={`small-caps font-sans ${pen ? "text-pen" : "text-ink-soft"}`}>{speaker}</p>
      <p className={`mt-0.5 ${pen ? "text-pen" : ""}`}>{children}</p>
    </div>
  );
}
