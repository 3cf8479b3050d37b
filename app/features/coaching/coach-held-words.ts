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
    "{quote} asks, and that is better than telling; the answer is still a guarded one.",
    "{quote} is a fair question, and it leaves the next word to {name}.",
    "{quote} asks {name} something real, and one question is not yet a conversation.",
  ],
  askedNexts: [
    "Take up one word of the answer and ask on.",
    "Say back what you heard in it before you say your own.",
  ],
  askedLabels: ["Fair question", "Asked", "Asked straight", "Question open", "Half an answer"],
  onTopic: [
    "{quote} goes straight at {topic}, where {name} feels safest saying no.",
    "{quote} stays on {topic}, and on {topic} {name} has an answer ready.",
    "With {quote} you argue about {topic}; {possessive} no comes from somewhere else.",
  ],
};
