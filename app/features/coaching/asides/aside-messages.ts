import type { PromptMessage } from "#app/ai/model.ts";
import { appendBlock, tagged, untagged } from "#app/features/coaching/prompts/prompt-blocks.ts";
import type { Aside } from "#app/features/conversations/asides/aside.ts";
import type { Turn } from "#app/features/conversations/conversation.ts";
import type { AsideQuestion } from "./aside-request.ts";

/** The conversation as the coach has followed it, with every private exchange at its place; the newest stands last. */
export function asideMessages({ content, timing, branch, earlier, aside }: AsideQuestion): PromptMessage[] {
  const messages: PromptMessage[] = [];
  const { name } = untagged(content.persona);
  appendBlock(
    messages,
    "user",
    `The rehearsal begins. ${name} opens:\n${tagged("partner", branch[0]?.partner.text ?? "")}`,
  );
  let unseenReply = "";
  for (const turn of branch) {
    if (turn.learner !== null && !wasRefused(turn)) {
      const learner = tagged("learner", turn.learner);
      const partner = spoken(turn) === "" ? "" : tagged("partner", spoken(turn));
      const block = timing === "after" ? [learner, partner] : [unseenReply, learner];
      appendBlock(messages, "user", block.filter((part) => part !== "").join("\n"));
      unseenReply = timing === "after" ? "" : partner;
      // A note that is still being written would be another text the next time.
      if (turn.coach.status !== "running" && turn.coach.text.trim() !== "")
        appendBlock(messages, "assistant", turn.coach.text.trim());
    }
    for (const before of earlier.filter(({ turnId }) => turnId === turn.id)) {
      if (before.kind === "hint" || before.reply.status === "refused") continue;
      if (before.reply.text.trim() === "") continue;
      appendBlock(messages, "user", unseenReply === "" ? asked(before) : `${unseenReply}\n${asked(before)}`);
      appendBlock(messages, "assistant", before.reply.text.trim());
      unseenReply = "";
    }
  }
  appendBlock(messages, "user", unseenReply === "" ? asked(aside) : `${unseenReply}\n${asked(aside)}`);
  return messages;
}

function asked({ kind, text }: Aside): string {
  return kind === "draft"
    ? `Privately, a draft that nobody else has read:\n${tagged("draft", text)}`
    : `Privately, a question to you:\n${tagged("question", text)}`;
}

/** What a provider refused to answer would be refused again. */
function wasRefused({ partner, coach }: Turn): boolean {
  return partner.status === "refused" || coach.status === "refused";
}

function spoken({ partner }: Turn): string {
  return partner.status === "running" ? "" : partner.text.trim();
}
