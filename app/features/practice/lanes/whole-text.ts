/**
 * A reply's words as they can be stored and shown alike: PostgreSQL refuses NUL and would change half a character. A half
 * that ends one delta waits for the other half, which may begin the next.
 */
export class WholeText {
  #half = "";

  /** What can be shown of this delta now; may be empty. */
  push(delta: string): string {
    const text = this.#half + delta.replaceAll("\0", "");
    const last = text.charCodeAt(text.length - 1);
    this.#half = last >= 0xd800 && last <= 0xdbff ? text.slice(-1) : "";
    return text.slice(0, text.length - this.#half.length).toWellFormed();
  }
}
