/** No harm done and no ground won: the commonest turn, and the one where a next move helps most. */
export const heldWords = {
  labels: ["Not yet", "No movement", "Nothing shifted", "No change", "Something missing", "Fair, not new"],
  effects: [
    "{quote} is clear, but there is nothing in it yet that changes the picture for {name}.",
    "{quote} is fair, and {name} still has the same reasons as before.",
    "{quote} says where you stand; what is in it for {name} is still open.",
    "{quote} is easy to hear and easy to set aside.",
    "{quote} keeps the talk going and leaves {name} where {name} was.",
  ],
  /** Said of a message without a question. */
  asksNothing: "{quote} does no harm, and asks nothing of {object} either.",
  /** Asked, and not told yet: the question was right, the ground was not. */
  kept: [
    "{quote} is a fair question, and {name} keeps the answer back for now.",
    "{quote} asks where something is; {name} does not trust the moment yet.",
  ],
  keptNexts: [
    "Leave it, win some ground, and ask again later.",
    "Show first that the answer would not be used against {object}.",
  ],
  asked: [
    "{quote} asks, and that is better than telling; nothing has opened up yet.",
    "{quote} is a fair question, and it leaves the next word to {name}.",
    "{quote} asks {name} something real, and one question is not yet a conversation.",
  ],
  askedNexts: [
    "Take up one word of the answer and ask on.",
    "Say back what you heard in it before you say your own.",
  ],
  askedLabels: ["Fair question", "Asked", "Asked straight", "Question open", "Half an answer"],
  /** Asks to be allowed to say something. */
  leave: [
    "{quote} asks leave first, so {name} is not ambushed; what you want to say is still to come.",
    "{quote} lets {object} choose the moment, and {name} does not know yet what for.",
  ],
  leaveNexts: ["Say it now in one plain sentence.", "Go on with the one thing you came to say."],
  leaveLabels: ["Asking leave", "Leave asked", "Asked first", "A gentle start", "Still to come"],
  /** A figure of speech: it says how it feels and nothing of the matter. */
  vented: [
    "{quote} lets off steam, and leaves {name} nothing to answer.",
    "{quote} says how fed up you are, and not what you want from {object}.",
  ],
  ventedLabels: ["Letting off steam", "Steam", "Vented", "Fed up", "Out of your system"],
  /** A word that would count with this partner, said in order to wave it away. */
  refused: [
    "{quote} waves away something that could have counted with {name}.",
    "{quote} talks down the very thing that could move {name}.",
  ],
  refusedLabels: ["Against your own case", "Waved away", "Talked down", "Your own no", "Given away"],
  /** Labels where the framework's own name was used lately. */
  fairLabels: [
    "Well put, not enough",
    "Plain, no movement",
    "Not yet enough",
    "Clear, still open",
    "Said well",
  ],
  onTopic: [
    "{quote} goes straight at {topic}, where {name} feels safest saying no.",
    "{quote} stays on {topic}, and on {topic} {name} has an answer ready.",
    "With {quote} you argue about {topic}; {possessive} no comes from somewhere else.",
  ],
};
