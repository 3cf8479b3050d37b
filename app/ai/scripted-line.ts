import type { ModelRequest } from "./model.ts";

/**
 * The first of the cue's lines that does not stand yet in what this lane has said; when all do, the one said longest
 * ago. Null when the cue holds no line with words in it.
 */
export function pickLine({ cue, messages }: Pick<ModelRequest, "cue" | "messages">): string | null {
  const said = messages.flatMap((message) => (message.role === "assistant" ? message.blocks : []));
  let oldest: { line: string; saidAt: number } | null = null;
  for (const line of cue.lines) {
    const words = line.trim();
    if (words === "") continue;
    // A block may hold more than the line (two replies merged into one message), so containing it is enough.
    // Never said is -1: older than all.
    const saidAt = said.findLastIndex((block) => block.includes(words));
    if (oldest === null || saidAt < oldest.saidAt) oldest = { line, saidAt };
  }
  return oldest?.line ?? null;
}
