/** A hidden page paints nothing; what waits for a frame waits no longer than this. */
const hiddenMs = 250;

/** Calls `act` once, just before the next paint or, on a page that is not shown, a moment later. The answer calls it off. */
export function beforePaint(act: () => void): () => void {
  const callOff = () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
  const once = () => {
    callOff();
    act();
  };
  const frame = requestAnimationFrame(once);
  const timer = setTimeout(once, hiddenMs);
  return callOff;
}
