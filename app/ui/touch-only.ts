/** A device with nothing finer than fingers: there a keyboard covers half the page, so only a tap may raise it. */
export function touchOnly(): boolean {
  return matchMedia("(pointer: coarse) and (not (any-pointer: fine))").matches;
}
