import { z } from "zod";

const cacheControlSchema = z.object({
  type: z.literal("ephemeral"),
  ttl: z.enum(["5m", "1h"]).default("5m"),
});
const textBlockSchema = z.object({
  type: z.literal("text"),
  text: z.string(),
  cache_control: cacheControlSchema.nullish(),
});
const contentSchema = z.union([
  z.string().transform((text): TextBlock[] => [{ type: "text", text }]),
  z.array(textBlockSchema).min(1),
]);

const messagesBodySchema = z.object({
  model: z.string(),
  max_tokens: z.int().min(1),
  stream: z.literal(true),
  system: contentSchema.default([]),
  messages: z.array(z.object({ role: z.enum(["user", "assistant"]), content: contentSchema })).min(1),
  thinking: z.object({ type: z.string() }).optional(),
  temperature: z.unknown().optional(),
  top_p: z.unknown().optional(),
  top_k: z.unknown().optional(),
});

type TextBlock = z.infer<typeof textBlockSchema>;
export type MessagesBody = z.infer<typeof messagesBodySchema>;
export type Refusal = { status: number; type: string; message: string };

const mostBreakpoints = 4;

/** The body as the Messages API takes it, or the answer with which the API turns it down. */
export function readMessagesBody(json: string): { body: MessagesBody } | { refusal: Refusal } {
  let parsed: unknown;
  try {
    parsed = JSON.parse(json);
  } catch {
    return invalid("The request body is not valid JSON");
  }
  const read = messagesBodySchema.safeParse(parsed);
  if (!read.success) {
    return invalid(read.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("; "));
  }
  const complaint = complaintAbout(read.data);
  return complaint === null ? { body: read.data } : invalid(complaint);
}

function complaintAbout(body: MessagesBody): string | null {
  for (const name of ["temperature", "top_p", "top_k"] as const) {
    if (body[name] !== undefined) return `${name}: sampling parameters are not accepted by this model`;
  }
  if (body.messages[0]?.role !== "user") return "messages: first message must use the user role";
  if (body.messages.at(-1)?.role !== "user")
    return "messages: prefilling the assistant's answer is not accepted";
  for (const [index, message] of body.messages.entries()) {
    if (body.messages[index - 1]?.role === message.role) return `messages.${index}: roles must alternate`;
  }
  const blocks = [...body.system, ...body.messages.flatMap((message) => message.content)];
  if (blocks.some((block) => block.text.trim() === ""))
    return "text content blocks must contain non-whitespace text";
  return complaintAboutBreakpoints(blocks) ?? complaintAboutThinking(body);
}

function complaintAboutBreakpoints(blocks: TextBlock[]): string | null {
  const lifetimes = blocks.flatMap((block) => (block.cache_control ? [block.cache_control.ttl] : []));
  if (lifetimes.length > mostBreakpoints) {
    return `A maximum of ${mostBreakpoints} blocks with cache_control may be provided. Found ${lifetimes.length}.`;
  }
  const short = lifetimes.indexOf("5m");
  if (short !== -1 && lifetimes.includes("1h", short)) {
    return "a ttl='1h' cache_control block must not come after a ttl='5m' cache_control block";
  }
  return null;
}

function complaintAboutThinking({ model, thinking }: MessagesBody): string | null {
  if (!thinking) return null;
  const accepted = /sonnet-5-5/.test(model)
    ? ["adaptive", "between_tools"]
    : /opus-5-5/.test(model)
      ? ["adaptive"]
      : /haiku-5-5/.test(model)
        ? ["adaptive", "disabled"]
        : ["adaptive", "enabled", "disabled"];
  return accepted.includes(thinking.type)
    ? null
    : `thinking.type: ${model} does not accept '${thinking.type}'`;
}

function invalid(message: string): { refusal: Refusal } {
  return { refusal: { status: 400, type: "invalid_request_error", message } };
}
