import { findAHelpline } from "./help-resources.ts";
import { helpWords } from "./help-words.ts";

/** After the numbers were seen and the words kept: the way to somebody to talk to stays beside them, quietly. */
export function HelpStays() {
  return (
    <p className="flex flex-wrap items-center gap-x-2 text-sm text-ink-soft">
      {helpWords.stays}
      <a href={findAHelpline.site} className="inline-flex min-h-target items-center">
        {findAHelpline.name}
      </a>
    </p>
  );
}
