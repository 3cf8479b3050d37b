/** What each framework move does when it is done: follows the quotation. Keyed by move id. */
export const moveDone: Record<string, [string, ...string[]]> = {
  describe: [
    "gives {name} a fact instead of a verdict",
    "is something a camera could have seen, so there is nothing in it to dispute",
  ],
  express: [
    "says how it is for you without making it {possessive} fault",
    "lets {name} see what this costs you",
  ],
  assert: [
    "says it in one plain sentence that {name} cannot mistake",
    "leaves {name} no doubt what you want",
  ],
  reinforce: ["shows {name} what there is to gain", "makes saying yes worth something to {object}"],
  "stay-mindful": [
    "lets the side road pass and stays with your point",
    "hears {object} out and still does not let go of the point",
  ],
  "appear-confident": ["stands without an apology to lean on", "is said once and left standing"],
  negotiate: [
    "puts something on the table that {name} can take",
    "keeps your no and still offers {object} a way",
  ],
  "name-interests": [
    "says why it matters, not just what you want",
    "gives {name} a need to answer instead of a position to fight",
  ],
  "ask-theirs": [
    "asks {name} what nobody has asked so far",
    "makes room for {possessive} side before you press yours",
  ],
  "find-common": ["puts the two of you on one side of it", "names something {name} wants as much as you do"],
  "offer-options": [
    "puts something on the table that {name} can take or change",
    "gives {name} a way to go instead of something to refuse",
  ],
  "set-limit": [
    "says what you will do, calmly, without a punishment in it",
    "draws a line {name} can see and respect",
  ],
  "ask-permission": [
    "asks before it comes, so {name} is not ambushed",
    "lets {object} choose the moment, and that lowers the guard",
  ],
  situation: [
    "pins it to one occasion, which {name} can remember",
    "gives it a place and a day, so it is not about {possessive} character",
  ],
  behaviour: [
    "says what could be seen and heard, and leaves the motive alone",
    "describes what was done without saying what {name} is",
  ],
  impact: [
    "shows {name} what it did, which is harder to shrug off than a complaint",
    "tells {object} something about the effect that was not visible from there",
  ],
  invite: ["hands {name} the floor and means it", "asks for {possessive} account before you settle on yours"],
  "agree-next": [
    "makes it one small thing that either happens or does not",
    "gives the goodwill a day and a shape",
  ],
  anchor: [
    "puts it on the table in plain words, so {name} has to answer that",
    "says it out loud once, without a cushion",
  ],
  reason: ["gives {name} a reason that can be checked", "is a fact {name} can repeat to somebody else"],
  silence: [
    "asks one thing and leaves {object} to answer it",
    "hands {name} the question and then stays quiet",
  ],
  trade: [
    "makes it something {name} can say yes to in part",
    "changes the shape from all-or-nothing to a first step",
  ],
  hold: ["hears the no and keeps the point", "shows {name} you listened, and that you are still here"],
  floor: ["draws a line {name} can see", "says below what you will not go, so {name} need not guess"],
  "open-question": [
    "cannot be answered with yes or no, so {name} has to look",
    "asks about {possessive} days and not about your plan",
  ],
  affirm: ["names something {name} really did, and does not flatter", "sees the effort that nobody mentions"],
  reflect: ["says back what was meant, not only what was said", "lets {name} hear that it arrived"],
  summarise: [
    "gathers it so that {name} can say yes or put it right",
    "puts the pieces next to each other without pushing",
  ],
  "ask-offer": ["asks before it helps, so the choice stays with {object}", "offers without taking over"],
  "own-part": [
    "owns your share and adds no excuse",
    "puts your own part first, which makes it safer for {name} to look at the rest",
  ],
  promise: ["says what you will do, so {name} can count on it", "keeps your side of it going"],
  listening: [
    "shows {name} what you heard, in particular",
    "says {possessive} side in a way {name} could sign",
  ],
  asking: ["asks what matters to {name}, and means it", "is a question {name} has been waiting for"],
  plain: ["gives {name} something new to weigh", "is specific enough to be answered"],
};

/** Labels beside the framework's own names, for moves that belong to none or whose name was used lately. */
export const praiseLabels = [
  "Something new",
  "Said plainly",
  "Specific",
  "To the point",
  "Heard",
  "Concrete",
];
export const ownPartLabels = ["Owning your part", "Your share", "Your part first", "No excuses"];
export const promiseLabels = ["Your side of it", "A promise", "Following up"];
export const listeningLabels = ["Listening", "Said back", "Understood", "Closely heard"];
export const askingLabels = ["A real question", "Open question", "Asking"];
export const agreedLabels = [
  "Agreed",
  "Settled",
  "After the yes",
  "Closing well",
  "Loose ends",
  "Good parting",
];

/** Follows what the move does, by what the partner does in answer. */
export const outcomes = {
  moved: [
    ", and the guard comes down a little",
    "; that is one of the few things that count here",
    ", and {name} takes it in",
    ", and it softens {object}",
  ],
  /** Asked for something, was heard, and nothing has been promised. */
  asked: [
    ", and the guard comes down a little; a yes is still to come",
    ", and {name} hears it, without a promise yet",
    ", and it softens {object}; nothing is promised so far",
  ],
  /** Nothing moved: well said, and no more than that so far. */
  still: [
    "; it has not moved {name} yet",
    ", and {name} stands where {name} stood",
    "; by itself it changes nothing for {name} yet",
  ],
  back: [", and {name} is more guarded than a turn ago all the same"],
  step: [
    ", and that earns you a step",
    ", and it brings {object} one step further",
    ", and {name} gives a little for it",
  ],
  told: [", and {name} trusts you with something in return", ", so you learn what was held back until now"],
  /** What was held back may come now; whether it does, nobody has heard yet. */
  opens: [", and it leaves {name} room to say more", ", and it is safe to answer"],
  heard: [
    ", and the tone between you softens",
    ", and {name} has less to defend",
    ", and you are talking with {object} now, not at {object}",
  ],
};

/** When everything is given: what is left to do well. */
export const agreedEffects = [
  "{quote} closes the gap, and {name} has said yes to all that was there to give.",
  "{quote} leaves {name} with a deal to keep and a face to keep it with.",
  "{quote} is about how you part now, and that is worth a sentence.",
  "{quote} keeps it warm after the yes.",
];
export const agreedNexts = [
  "Say back who does what by when, and then stop.",
  "Thank {object} for one thing in particular, and let it be.",
  "Do not reopen it: a yes talked over can still be lost.",
  "Check the date once, and end while it is good.",
];

/** When the partner would end it without an agreement. */
export const endingNexts = {
  "next-step": [
    "{name} would rather stop here: make the next step concrete, with a day.",
    "Before you part, settle one thing: what happens next, and when.",
  ],
  impasse: [
    "{name} is ready to leave it there: if you want something, say it now in one sentence.",
    "Nothing has moved yet; one plain ask could still change that.",
  ],
  "someone-leaves": [
    "{name} is about to go, and only owning your tone could change that.",
    "This is the last moment to take it back, if you want {object} to stay.",
  ],
};
