import type { NoteKind } from "./coach-reading.ts";

export type NoteWords = { labels: string[]; effects: string[]; nexts: string[] };

/**
 * What the scripted coach says about a turn that did not help, by kind. `{quote}` is the learner's phrase in its marks,
 * `{name}` the partner, `{object}` and `{possessive}` the pronouns; sentences avoid verbs that would bend with "they".
 */
export const noteWords: Record<
  Exclude<
    NoteKind,
    "well-done" | "listened" | "agreed" | "held" | "accepted" | "repaired" | "other-language"
  >,
  NoteWords
> = {
  insult: {
    labels: ["Attack", "Name-calling", "Person, not problem", "Low blow", "Heat", "Contempt"],
    effects: [
      "{quote} was unkind, and it hands {name} a good reason to stop listening.",
      "{quote} judges the person, so {name} answers the insult and never gets to your point.",
      "{quote} hurts, and nobody gives anything to someone who is hurting them.",
      "After {quote} this is about your tone, and {possessive} patience is going.",
      "{quote} says what {name} is, and nothing about what you need.",
      "{quote} is the sentence {name} will remember, whatever else was true in it.",
    ],
    nexts: [
      "Take that one sentence back, then say the fact behind the anger.",
      "Say what happened, with a day and a place, and not a word about character.",
      "Own the tone first; then ask for one thing.",
      "Slow down: what do you need, in one sentence a stranger would accept?",
      "Leave the person out of the next sentence altogether.",
    ],
  },
  threat: {
    labels: ["Threat", "Ultimatum", "Cornering", "Pressure", "Forced hand"],
    effects: [
      "{quote} corners {name}, and a cornered person digs in.",
      "{quote} turns this into who gives way first, and {name} will not volunteer.",
      "{quote} spends trust you will need in a minute.",
      "{quote} tells {name} what you could do, not what you need.",
      "With {quote} on the table, even a good offer would look like surrender to {object}.",
    ],
    nexts: [
      "Put the threat away and say what you need, and by when.",
      "If there is a limit, say what you will do, calmly, and not as a punishment.",
      "Say out loud that you went too far, then ask one question.",
      "Give {object} a way to say yes without losing face.",
      "Come back to the need that made you this angry.",
    ],
  },
  blame: {
    labels: ["Blame", "Verdict", "Accusation", "Charge sheet", "Finger-pointing", "Old scores"],
    effects: [
      "{quote} sounds like a verdict, so {name} defends the past instead of looking at what you want now.",
      "{quote} may be how it feels; to {name} it is a charge to fight off.",
      "{quote} leaves {object} two answers, guilty or not guilty, and neither helps you.",
      "{quote} puts {name} in the dock, and the guard goes up.",
      "{quote} is about who was wrong, and {name} has a list as well.",
    ],
    nexts: [
      "Say the same thing as one fact: what you saw, and when.",
      "Begin the next sentence with what it did to you.",
      "Ask for what you want from here on, and leave the past where it is.",
      "Own your share first, however small; it lowers the heat.",
      "Ask how it looked from {possessive} side, and wait.",
    ],
  },
  "sore-spot": {
    labels: ["Sore spot", "Raw nerve", "Tender place", "Wrong button", "Thin ice"],
    effects: [
      "{quote} touches what {name} cannot take: {spot}.",
      "{quote} is where {name} closes up at once: {spot}.",
      "Whatever you meant by {quote}, {name} heard only this: {spot}.",
      "{quote} brings it back to {spot}, and there {name} stops listening.",
    ],
    nexts: [
      "Say that it came out wrong, and say what you meant.",
      "Leave that point alone and come back to what you need.",
      "Put the same worry as a question about {object}.",
      "Own it in half a sentence, then go back to the fact.",
    ],
  },
  demand: {
    labels: ["Order", "Demand", "Push", "Command", "Pulling rank"],
    effects: [
      "{quote} is an order, and {name} is free to refuse an order.",
      "{quote} pushes, so {name} pushes back.",
      "{quote} gives {name} nothing to say yes to except your will.",
      "{quote} skips the reason, and without one {name} hears only pressure.",
    ],
    nexts: [
      "Make it a request, with the reason behind it.",
      "Say why it matters to you, then ask.",
      "Ask what would make it possible for {object}.",
      "Keep the wish and change the verb: ask.",
    ],
  },
  "give-in": {
    labels: ["Backing off", "Ask withdrawn", "Taken back", "The easy way out", "Retreat", "Letting go"],
    effects: [
      "{quote} lets {name} off the hook, and nothing has to change.",
      "{quote} takes your ask off the table before {name} had to answer it.",
      "{quote} buys a friendly moment and leaves you with what you came with.",
      "{quote} makes it easy for {name} to be kind and do nothing.",
      "With {quote} you answered for {object}, and the answer was no.",
      "{quote} tells {name} that it does not matter, and you know it does.",
    ],
    nexts: [
      "Say the one thing you came for, in one sentence, and stop.",
      "Put it back on the table: what, and by when.",
      "Say it again without the apology.",
      "Bear one more uncomfortable second, and ask.",
      "What would you have said if you were not sorry? Say half of that.",
    ],
  },
  evade: {
    labels: ["Hedging", "Vague", "Padding", "Softened ask", "Round the edge", "Fog"],
    effects: [
      "{quote} is so soft that {name} can treat it as nothing.",
      "{quote} leaves {name} guessing what you want, and guessing wears people out.",
      "{quote} hides the ask, so there is nothing for {name} to answer.",
      "{quote} sounds unsure, and {name} can wait until it passes.",
      "Behind {quote} there is a real wish, and {name} has not heard it yet.",
    ],
    nexts: [
      "Say what you want as if you had every right to ask.",
      "One sentence, one wish, and no cushion under it.",
      "Name the thing itself: what, how much, or when.",
      "Keep the point and leave out the apology for it.",
      "Decide what you would like to leave with, and ask for that.",
    ],
  },
  repeat: {
    labels: ["Same words", "Again", "Broken record", "Standing still", "Second helping"],
    effects: [
      "{quote} has been said before, and {name} heard it the first time.",
      "{quote} once more asks {name} to be worn down, and that only uses up patience.",
      "Saying {quote} again brings {name} nothing new to answer.",
      "{quote} goes over old ground, so {name} can give the old answer.",
    ],
    nexts: [
      "Bring one thing {name} does not know yet.",
      "Change the move: ask instead of telling.",
      "Say what is new since you last said it, or let it rest and listen.",
      "Answer what {name} said last, then come back.",
    ],
  },
  "magic-words": {
    labels: ["Kind words", "Empty echo", "Stock phrase", "Thin comfort", "Polite noise"],
    effects: [
      "{quote} is friendly, but there is nothing of {name} in it.",
      "{quote} could be said to anybody, and {name} can tell.",
      "{quote} sounds like listening and proves none.",
      "{quote} is a phrase by now, and it moves {name} no further.",
      "{quote} leaves {name} exactly where it found {object}.",
    ],
    nexts: [
      "Say what it is you understood, in {possessive} own matter.",
      "Name the one worry you heard, and check it.",
      "Leave the phrase out and ask about what {name} just said.",
      "Put a detail in it that only someone who listened would know.",
      "Show it with an offer instead.",
    ],
  },
  parting: {
    labels: ["Parting", "On the way out", "Last word", "Leaving it there", "The door"],
    effects: [
      "{quote} lets both of you leave in peace.",
      "{quote} is a friendly end, and {name} can take it.",
      "{quote} closes it without a hard word.",
      "With {quote} it ends here, as far as {name} is concerned.",
    ],
    nexts: ["Ask yourself what you leave with, before you go."],
  },
  "too-late": {
    labels: ["Already leaving", "The tone first", "Hand on the door", "Out of order", "After the goodbye"],
    effects: [
      "{quote} comes after the goodbye, and {name} is not listening to a case any more.",
      "{quote} goes on as if nothing had happened, and for {name} something did.",
      "{quote} may be fair, but what was said before still stands between you.",
      "{quote} skips the hurt, and that is what {name} is leaving over.",
    ],
    nexts: [
      "First take back what was hard; the rest has to wait for that.",
      "One sentence about your own tone is all that could still help.",
      "Say what was unfair in your words, and nothing else.",
    ],
  },
  "odd-talk": {
    labels: [
      "Out of the scene",
      "Off the map",
      "Side door",
      "Another game",
      "Beside the scene",
      "Wrong stage",
    ],
    effects: [
      "{quote} is nothing {name} could make sense of, and it costs a little patience.",
      "{quote} steps round the conversation, and that is the one thing you came to practise.",
      "{quote} only puzzles {name}.",
      "To {name}, {quote} sounds as odd as it would across a real table.",
    ],
    nexts: [
      "Come back to the matter with one plain sentence.",
      "Say what you would say if {name} sat in front of you.",
      "Pick up what {name} said last.",
      "Ask the thing you are avoiding.",
    ],
  },
  unclear: {
    labels: ["Unclear", "Lost thread", "Hard to follow", "Not a sentence yet", "Too little"],
    effects: [
      "{name} could not tell what you meant, so nothing moved.",
      "That gave {name} nothing to answer.",
      "There was no sentence in it that {name} could take hold of.",
      "From that, {name} cannot know what you want.",
    ],
    nexts: [
      "Say it in one plain sentence.",
      "Try who, what and when.",
      "Begin with what you would like, and finish the sentence.",
      "Answer what {name} said last, in your own words.",
    ],
  },
};
