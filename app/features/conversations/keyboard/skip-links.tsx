import { SkipLink } from "#app/ui/page-shell.tsx";
import { skipWords } from "./keyboard-words.ts";
import { type Place, places } from "./places.ts";

type SkipLinksProps = {
  /** There is a coach's pane. */
  coach: boolean;
  /** The one pane that a narrow page shows. */
  view: Place;
};

/** The first stops of the Tab key: one link to each part of the room that can be seen. */
export function SkipLinks({ coach, view }: SkipLinksProps) {
  return places
    .filter((place) => coach || place !== "coach")
    .map((place) => (
      <SkipLink
        key={place}
        to={`#${place}`}
        className={place === "text" || place === view ? "" : "max-lg:hidden"}
      >
        {skipWords[place]}
      </SkipLink>
    ));
}
