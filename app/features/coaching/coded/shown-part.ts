const marker = "<coded>";

/**
 * Parts a coach's answer as it streams: the note, which is shown, and the structured part after it, which never is. What
 * may be the beginning of the marker waits, and so does white space, which may only lead up to it.
 */
export class ShownPart {
  /** What came after the note. */
  hidden = "";
  #held = "";
  #isOver = false;

  /** What can be shown of this delta now; may be empty. */
  push(delta: string): string {
    if (this.#isOver) {
      this.hidden += delta;
      return "";
    }
    const text = this.#held + delta;
    const at = text.indexOf(marker);
    if (at !== -1) {
      this.#isOver = true;
      this.#held = "";
      this.hidden = text.slice(at);
      return text.slice(0, at).trimEnd();
    }
    const from = text.search(mayLeadToIt);
    this.#held = from === -1 ? "" : text.slice(from);
    return from === -1 ? text : text.slice(0, from);
  }

  /** What was held back and turned out to be part of the note, once no more comes. */
  end(): string {
    const held = this.#held;
    this.#held = "";
    return held.includes("<") ? "" : held;
  }
}

/** White space at the end, a beginning of the marker there, or both. */
const mayLeadToIt = new RegExp(`(?:\\s+(?:${beginnings().join("|")})?|(?:${beginnings().join("|")}))$`, "u");

function beginnings(): string[] {
  return Array.from({ length: marker.length - 1 }, (_, at) => marker.slice(0, marker.length - 1 - at));
}
