import type { ServerResponse } from "node:http";
import { setImmediate as nextLoop, setTimeout as sleep } from "node:timers/promises";
import { type PromptUsage, tokensOf } from "./model-provider-cache.ts";
import { type BreakOff, deltasOf, type Reply } from "./model-provider-scenario.ts";

export type Call = { id: string; model: string; maxTokens: number; usage: PromptUsage; begin: () => void };

/** Streams a reply in the order of events the Messages API has, up to where the scenario breaks it off. */
export async function streamReply(response: ServerResponse, reply: Reply, call: Call): Promise<void> {
  const gone = new AbortController();
  response.on("close", () => gone.abort());
  const out = frames(response, reply);

  response.writeHead(200, {
    "content-type": "text/event-stream; charset=utf-8",
    "request-id": `req_${call.id}`,
  });
  call.begin();
  await out.event("message_start", {
    message: {
      id: `msg_${call.id}`,
      type: "message",
      role: "assistant",
      model: call.model,
      content: [],
      stop_reason: null,
      stop_sequence: null,
      // The provider does not know yet: a placeholder.
      usage: { ...call.usage, output_tokens: 1, ...reply.startUsage },
    },
  });
  const index = reply.thinking === undefined ? 0 : 1;
  if (reply.thinking !== undefined) await out.thinking(reply.thinking);
  await out.event("content_block_start", { index, content_block: { type: "text", text: "" } });
  await out.event("ping", {});
  if (reply.unknownEvents) await out.event("weather_report", { sky: "clear" });

  const { deltas, cutShort } = withinLimit(deltasOf(reply.text), call.maxTokens);
  for (const [said, text] of deltas.entries()) {
    if (reply.breakOff?.after === said) return breakOff(response, out, reply.breakOff, gone.signal);
    const paceMs = typeof reply.paceMs === "function" ? reply.paceMs() : reply.paceMs;
    if (paceMs) await sleep(paceMs);
    if (gone.signal.aborted) return;
    if (reply.unknownEvents)
      await out.event("content_block_delta", { index, delta: { type: "mood_delta", mood: "calm" } });
    await out.event("content_block_delta", { index, delta: { type: "text_delta", text } });
  }
  if (reply.breakOff) return breakOff(response, out, reply.breakOff, gone.signal);

  await out.event("content_block_stop", { index });
  const stopReason = reply.stopReason ?? (cutShort ? "max_tokens" : "end_turn");
  await out.event("message_delta", {
    delta: { stop_reason: stopReason, stop_sequence: null },
    usage: { ...call.usage, output_tokens: tokensOf(deltas.join("")), ...reply.finalUsage },
  });
  await out.event("message_stop", {});
  if (!reply.staysOpen) response.end();
}

async function breakOff(
  response: ServerResponse,
  out: ReturnType<typeof frames>,
  fault: BreakOff,
  gone: AbortSignal,
): Promise<void> {
  switch (fault.how) {
    case "end":
      response.end();
      return;
    case "reset":
      // What was written must leave first: a reset throws away what still waits.
      await nextLoop();
      response.socket?.resetAndDestroy();
      return;
    case "error-event":
      await out.event("error", { error: { type: fault.type, message: "The stand-in was told to fail" } });
      response.end();
      return;
    case "corrupt-frame":
      await out.raw(
        'event: content_block_delta\ndata: {"type":"content_block_delta","index":0,"delta":{"text":"ha\n\n',
      );
      response.end();
      return;
    case "pings":
      while (!gone.aborted) {
        await out.event("ping", {});
        await sleep(fault.everyMs);
      }
      return;
    case "flood":
      for (
        const delta = { type: "text_delta", text: "and so on ".repeat(100) };
        !gone.aborted;
        await nextLoop()
      ) {
        if (!response.writableNeedDrain) await out.event("content_block_delta", { index: 0, delta });
      }
      return;
    case "stall":
      // The connection stays open and silent until the caller or the end of the stand-in closes it.
      return;
  }
}

function withinLimit(deltas: string[], maxTokens: number): { deltas: string[]; cutShort: boolean } {
  let said = "";
  const fitting = deltas.findIndex((delta) => tokensOf((said += delta)) > maxTokens);
  return fitting === -1 ? { deltas, cutShort: false } : { deltas: deltas.slice(0, fitting), cutShort: true };
}

/** Server-sent events, written whole or a few bytes at a time. */
function frames(response: ServerResponse, { bytesAtATime, lineEnd = "\n" }: Reply) {
  async function raw(text: string): Promise<void> {
    const bytes = Buffer.from(text.replaceAll("\n", lineEnd));
    const step = bytesAtATime ?? bytes.length;
    for (let at = 0; at < bytes.length && !response.destroyed; at += step) {
      response.write(bytes.subarray(at, at + step));
      if (bytesAtATime !== undefined) await nextLoop();
    }
  }

  function event(type: string, data: object): Promise<void> {
    return raw(`event: ${type}\ndata: ${JSON.stringify({ type, ...data })}\n\n`);
  }

  async function thinking(text: string): Promise<void> {
    await event("content_block_start", {
      index: 0,
      content_block: { type: "thinking", thinking: "", signature: "" },
    });
    await event("content_block_delta", { index: 0, delta: { type: "thinking_delta", thinking: text } });
    await event("content_block_delta", {
      index: 0,
      delta: { type: "signature_delta", signature: "c2lnbmVk" },
    });
    await event("content_block_stop", { index: 0 });
  }

  return { raw, event, thinking };
}
