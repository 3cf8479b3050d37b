import { ButtonLink } from "#app/ui/button.tsx";
import { ownWords } from "./own-words.ts";

/** Under the catalogue: the way to what is not in it. */
export function OwnScenariosLink() {
  return (
    <div className="mt-10 flex flex-wrap items-center justify-between gap-x-6 gap-y-3 rounded-lg border border-dashed border-control p-5 sm:p-6">
      <p className="max-w-[46ch] min-w-0 text-ink-soft">{ownWords.linkAbout}</p>
      <ButtonLink to="/own-scenarios" kind="quiet">
        {ownWords.link}
      </ButtonLink>
    </div>
  );
}
