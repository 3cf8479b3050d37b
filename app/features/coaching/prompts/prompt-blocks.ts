import type { Cue, PromptMessage } from "#app/ai/model.ts";
import { oncePerContent } from "./once-per-content.ts";

/** Adds a block; one role twice in a row is one message, as the provider insists. */
export function appendBlock(messages: PromptMessage[], role: PromptMessage["role"], block: string): void {
  const last = messages.at(-1);
  if (last?.role === role) last.blocks.push(block);
  else messages.push({ role, blocks: [block] });
}

/** Wraps what a person said. `<` is escaped, so that no text can close its own tag or open another. */
export function tagged(tag: "learner" | "partner" | "draft" | "question", text: string): string {
  return `<${tag}>\n${untagged(text.trim())}\n</${tag}>`;
}

/**
 * What somebody wrote, as it may stand among words of ours: a text, or a whole scenario, which may be a learner's own. In
 * none of it can a tag look like one that we put there.
 */
export function untagged<Written>(written: Written): Written;
export function untagged(written: unknown): unknown {
  if (typeof written === "string") return written.replaceAll("<", "&lt;");
  if (Array.isArray(written)) return written.map((one: unknown) => untagged(one));
  if (typeof written !== "object" || written === null) return written;
  return Object.fromEntries(Object.entries(written).map(([name, value]) => [name, untagged(value)]));
}

/** The same of a whole scenario. */
export const untaggedContent = oncePerContent((content) => untagged(content));

/** Written only when a scripted voice asks for it: a real model never does, and a reservation does not either. */
export function cueOf(write: () => string[], after: () => string = () => ""): Cue {
  let lines: string[] | null = null;
  return {
    get lines() {
      return (lines ??= write());
    },
    get after() {
      return after();
    },
  };
}
