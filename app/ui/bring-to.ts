/** Shows this element from its beginning and puts the focus there, for what somebody must not overlook. */
export function bringTo(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: "start" });
  element?.focus({ preventScroll: true });
}
