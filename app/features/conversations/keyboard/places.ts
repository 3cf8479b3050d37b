/** The parts of the room, in reading order. Each is an element that can take the focus and has this id. */
export const places = ["conversation", "coach", "text"] as const;
export type Place = (typeof places)[number];

/** Moves the focus there. False when this room, or this width of it, does not show it. */
export function goTo(place: Place): boolean {
  const element = document.getElementById(place);
  if (!element || !isShown(element)) return false;
  element.focus();
  return document.activeElement === element;
}

/** Moves the focus to the next place that is shown (or with -1 the one before), round and round. */
export function goRound(step: 1 | -1): void {
  const here = placeOfFocus();
  // From the header the one before is the last.
  const from = here === -1 && step === -1 ? 0 : here;
  for (let away = 1; away <= places.length; away += 1) {
    const place = places.at((from + step * away) % places.length);
    if (place && goTo(place)) return;
  }
}

/** The place that has the focus in it, or stands last before what has it; -1 in the header, before all of them. */
function placeOfFocus(): number {
  const focused = document.activeElement;
  return places.findLastIndex((place) => {
    const element = document.getElementById(place);
    if (!element || !isShown(element) || !focused || focused === document.body) return false;
    return (
      element.contains(focused) ||
      (element.compareDocumentPosition(focused) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
    );
  });
}

/** Of two panes that lie over each other on a narrow page, one is only invisible. */
function isShown(element: HTMLElement): boolean {
  return element.checkVisibility({ visibilityProperty: true });
}
