import type { LaneDelta, LaneDone } from "#app/streaming/channel-events.ts";

/** Cuts a reply that is still being written into whole sentences, so that its first one can be spoken early. */
export class SpokenSentences {
  #rest = "";

  /** The sentences that are whole now. The end gives what is left, unless it was stopped or taken back. */
  take(data: LaneDelta | LaneDone): string[] {
    if (data.attempt !== undefined) this.#rest = "";
    if ("delta" in data) {
      const pieces = (this.#rest + data.delta).split(sentenceEnd);
      this.#rest = pieces.pop() ?? "";
      return pieces.map((piece) => piece.trim()).filter(Boolean);
    }
    const rest = this.#rest.trim();
    this.#rest = "";
    const stands = data.text === undefined && data.status !== "stopped" && data.status !== "refused";
    return stands && rest ? [rest] : [];
  }
}

/** After a full stop or its like and closing quotes, where a space follows; Chinese and Japanese put none. */
const sentenceEnd = /(?<=[.!?…]["'”’)\]]*\s)|(?<=[。！？])/u;
