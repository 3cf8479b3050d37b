import type { Ending } from "#app/features/conversations/conversation.ts";

/**
 * Plain lines anybody could say, for a scripted partner whose author's lines are spent. They give nothing, fit any topic
 * and belong to no one's way of speaking.
 */
export const stockLines = {
  resist: [
    "No. Not like this.",
    "That's where I am, and I'm not moving today.",
    "You can put it that way. I still see it differently.",
    "I've told you what I can do and what I can't.",
    "I'm listening. It doesn't change my answer.",
    "We're going round in circles, you and I.",
    "Maybe so. It's still no.",
    "I don't have anything better to tell you than I did a minute ago.",
  ],
  probe: [
    "Go on, then. What is it?",
    "I can't answer that until I know what you want.",
    "You'll have to say it plainer than that.",
    "And what would you have me do?",
    "I'm still waiting for the actual question.",
    "So what are you asking?",
  ],
  provoked: [
    "Not in that tone.",
    "I won't be spoken to like that.",
    "You're not making this easier for yourself.",
    "Say that again calmly, or don't say it.",
    "That's enough.",
    "I heard you. I wish I hadn't.",
    "Do you want to be right, or do you want to talk?",
    "I don't deserve that, and you know it.",
  ],
  unimpressed: [
    "So you keep saying.",
    "Fine words. And?",
    "You said that before.",
    "That's the same thing again.",
    "I got that the first time.",
    "Repeating it doesn't make it more.",
  ],
  puzzled: [
    "I don't follow you at all.",
    "Sorry, what?",
    "I have no idea what you're on about.",
    "You've lost me there.",
    "Is that meant to be funny?",
    "Can we stay with what we were talking about?",
  ],
  relieved: [
    "Good. Then we're fine.",
    "I'm glad that's out of the way.",
    "That's easier for everyone.",
    "Let's leave it at that, then.",
    "Well, thank you. That helps.",
    "No harm done.",
  ],
  moved: [
    "I hadn't looked at it like that.",
    "That's fair.",
    "Hm. Let me think about that for a second.",
    "All right, I'll grant you that one.",
    "You're not wrong there.",
    "That I didn't know.",
  ],
  confirm: [
    "Good. Then it stands as I said it.",
    "Yes. I've said it and I'll do it.",
    "You can count on that much.",
    "It stands. I don't go back on it.",
  ],
  /** Goodbyes after a yes to less than everything; they take nothing of it back. */
  asAgreed: [
    "Good. As we said, then.",
    "Then that's how we do it. The rest another time.",
    "That's something, and it stands.",
    "We'll see each other, and I'll have done my part.",
  ],
  /** Asked about what is not told yet. */
  guarded: [
    "I'd rather not go into that.",
    "That's a fair question. I'm not there yet.",
    "Ask me that another time.",
    "There's more to that, and it's not for now.",
  ],
  repaired: [
    "All right. Let's go on.",
    "Thank you for saying so.",
    "Fine. It's forgotten.",
    "I'll take that. Go on.",
  ],
  leaving: [
    "I said I'm going.",
    "No. Not now.",
    "Another day, perhaps. Not today.",
    "I've nothing to say to that.",
    "Leave it, please.",
    "You heard me.",
  ],
  closing: {
    agreement: [
      "As I said: you have my word on it.",
      "It stands. Let's not talk it to pieces.",
      "We're agreed, you and I.",
      "Yes. That's what we said.",
      "I'll do my part, you do yours.",
      "Nothing's changed since a minute ago. It's a yes.",
      "Then that's that.",
    ],
    "next-step": [
      "Let's stop here and see how far that gets us.",
      "One thing at a time. The rest is for another day.",
      "I'd leave it there for today.",
      "That's as far as I go today.",
      "Give me time with that first.",
      "We'll talk again when that's done.",
    ],
    impasse: [
      "I don't think we get any further today.",
      "Let's leave it.",
      "I've nothing to add.",
      "Then it stays as it is.",
      "We don't see this the same way, and that's that.",
      "I'd rather stop here.",
    ],
    "someone-leaves": [
      "I'm going now.",
      "No. I'm finished with this.",
      "We're done for today.",
      "I'm not listening to any more of it.",
      "Goodbye.",
      "I meant it. I'm off.",
    ],
  } satisfies Record<Ending, string[]>,
};
