import type { Cue, PromptMessage } from "#app/ai/model.ts";

/** Adds a block; one role twice in a row is one message, as the provider insists. */
export function appendBlock(messages: PromptMessage[], role: PromptMessage["role"], block: string): void {
  const last = messages.at(-1);
  if (last?.role === role) last.blocks.push(block);
  else messages.push({ role, blocks: [block] });
}

/** Wraps what a person said. `<` is escaped, so that no text can close its own tag or open another. */
export function tagged(tag: "learner" | "partner" | "draft" | "question", text: string): string {
  return `<${tag}>\n${text.trim().replaceAll("<", "&lt;")}\n</${tag}>`;
}

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
