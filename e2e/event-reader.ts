import { createParser, type EventSourceMessage } from "eventsource-parser";
import { type ChannelEvent, readChannelEvent } from "#app/streaming/channel-events.ts";

export type Frame = { id: string; event: ChannelEvent };

/** Every frame of a stream until it ends, or until `enough` says so (the viewer then leaves). */
export async function readFrames(
  response: Response,
  enough: (frames: Frame[]) => boolean = () => false,
): Promise<Frame[]> {
  const frames: Frame[] = [];
  const parser = createParser({
    onEvent({ id, event: name, data }: EventSourceMessage) {
      const event = readChannelEvent(name, data);
      if (!event || !id) throw new Error(`not of the vocabulary: ${name} ${data}`);
      frames.push({ id, event });
    },
  });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  for (;;) {
    const chunk = await reader?.read();
    if (!chunk || chunk.done) return frames;
    parser.feed(chunk.value);
    if (enough(frames)) {
      await reader?.cancel();
      return frames;
    }
  }
}

/** What a viewer has on the page after these frames. */
export function heard(frames: Frame[]): {
  partner: string;
  coach: string;
  partnerStatus?: string;
  coachStatus?: string;
  turn?: string;
} {
  const page: ReturnType<typeof heard> = { partner: "", coach: "" };
  for (const { event } of frames) {
    if (event.channel === "turn") page.turn = event.data.status;
    else if ("delta" in event.data) {
      if (event.data.attempt !== undefined) page[event.channel] = "";
      page[event.channel] += event.data.delta;
    } else {
      page[event.channel] = event.data.text ?? page[event.channel];
      page[`${event.channel}Status`] = event.data.status;
    }
  }
  return page;
}
