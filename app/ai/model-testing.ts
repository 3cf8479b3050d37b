import type { Model, ModelEvent, ModelRequest, PromptMessage } from "./model.ts";
import type { CallFields, ModelLog } from "./model-log.ts";

/** Hears a reply to its end. Fails where the port's promise is broken: one `end`, and nothing after it. */
export async function hearAll(model: Model, request: ModelRequest, signal = new AbortController().signal) {
  const events: ModelEvent[] = [];
  for await (const event of model.reply(request, signal)) events.push(event);
  const ends = events.filter((event) => event.type === "end");
  const end = events.at(-1);
  if (ends.length !== 1 || end?.type !== "end") throw new Error("a reply must end with its one `end`");
  const deltas = events.flatMap((event) => (event.type === "delta" ? [event.text] : []));
  return { events, deltas, text: deltas.join(""), outcome: end.outcome, usage: end.usage };
}

/** A log that keeps what it is told. */
export function keptLog(): ModelLog & { lines: { level: string; fields: CallFields; message: string }[] } {
  const lines: { level: string; fields: CallFields; message: string }[] = [];
  const at = (level: string) => (fields: CallFields, message: string) =>
    void lines.push({ level, fields, message });
  return { lines, info: at("info"), warn: at("warn"), error: at("error") };
}

/** Marta hears Sam ask for a raise: the partner's first call, with words that must never be seen in a log. */
export function raiseRequest(more: Partial<ModelRequest> = {}): ModelRequest {
  const messages: PromptMessage[] = [
    { role: "user", blocks: ["The scene: Friday, Marta's office."] },
    { role: "assistant", blocks: ["You wanted to see me?"] },
    { role: "user", blocks: ["<learner>I want a raise. CANARY-LEARNER</learner>"] },
  ];
  const system = "You are Marta, head of design. CANARY-SYSTEM ".repeat(60);
  return {
    lane: "partner",
    system,
    messages,
    tail: "Hold your position.",
    maxTokens: 300,
    cue: { lines: [] },
    ...more,
  };
}
