import Pencil from "lucide-react/icons/pencil";

/** A piece of a rehearsal, set as the room sets it, so that the idea is seen before it is explained. */
export function LandingExample() {
  return (
    <figure className="rounded-lg border border-line bg-sheet shadow-sheet">
      <figcaption className="sr-only">
        An example: three lines of a rehearsal, with a note from the coach
      </figcaption>
      <div className="grid overflow-hidden rounded-lg sm:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="space-y-5 p-5 font-script sm:p-6">
          <div>
            <p className="small-caps font-sans text-ink-soft">Your manager</p>
            <p className="mt-1">The budget is closed until spring. I told you that in October.</p>
          </div>
          <div>
            <p className="small-caps font-sans text-pen">You</p>
            <p className="mt-1 text-pen">
              I know. I have run the release alone since Priya left, so I’d like us to agree on a number and a
              date today.
            </p>
          </div>
          <div>
            <p className="small-caps font-sans text-ink-soft">Your manager</p>
            <p className="mt-1">A date I could live with. What number did you have in mind?</p>
          </div>
        </div>
        <div className="border-t border-line bg-margin p-5 text-sm sm:border-s-[5px] sm:border-t-0 sm:border-double sm:border-rule sm:p-6">
          <p className="flex items-center gap-2 font-semibold text-pencil">
            <Pencil aria-hidden="true" className="size-4" /> Ask with a reason
          </p>
          <p className="mt-1.5">
            “run the release alone since Priya left” is a fact nobody can argue with, and the answer went from
            no to how much. Now name the number, then stop talking.
          </p>
        </div>
      </div>
    </figure>
  );
}
