const marker = "<coded>";
const endMarker = "</coded>";

/**
 * Parts a coach's answer as it streams: the note, which is shown, and the structured part after it, which never is. What
 * may be the beginning of the marker waits, and so does white space, which may only lead up to it. A model that begins
 * with the structured part, against what it was told, is heard after it all the same.
 */
export class ShownPart {
  /** What is not the note. */
  hidden = "";
  #held = "";
  #isShown = false;
  #isOver = false;

  /** What can be shown of this delta now; may be empty. */
  push(delta: string): string {
    if (this.#isOver) {
      this.hidden += delta;
      return this.#isShown ? "" : this.#afterIt();
    }
    const text = this.#leading(this.#held + delta);
    const at = text.indexOf(marker);
    if (at !== -1) {
      this.#isOver = true;
      this.#held = "";
      const shown = this.#show(text.slice(0, at).trimEnd());
      this.hidden += text.slice(at);
      return this.#isShown ? shown : this.#afterIt();
    }
    const from = text.search(mayLeadToIt);
    this.#held = from === -1 ? "" : text.slice(from);
    return this.#show(from === -1 ? text : text.slice(0, from));
  }

  /** What was held back and turned out to be part of the note, once no more comes. */
  end(): string {
    const held = this.#held;
    this.#held = "";
    return held.includes("<") ? "" : held;
  }

  /** Goes on behind a structured part that came first, once that is closed. */
  #afterIt(): string {
    const end = this.hidden.indexOf(endMarker);
    if (end === -1) return "";
    const rest = this.hidden.slice(end + endMarker.length);
    this.hidden = this.hidden.slice(0, end + endMarker.length);
    this.#isOver = false;
    return this.push(rest);
  }

  /** Behind a structured part that came first, the line break is none of the note. */
  #leading(text: string): string {
    return this.hidden !== "" && !this.#isShown ? text.trimStart() : text;
  }

  #show(text: string): string {
    this.#isShown ||= text.trim() !== "";
    return text;
  }
}

/** White space at the end, a beginning of the marker there, or both. */
const mayLeadToIt = new RegExp(`(?:\\s+(?:${beginnings().join("|")})?|(?:${beginnings().join("|")}))$`, "u");

function beginnings(): string[] {
  return Array.from({ length: marker.length - 1 }, (_, at) => marker.slice(0, marker.length - 1 - at));
}
