/**
 * The first and the third rung for each framework move: a question that leads to it, and how a sentence of that kind
 * begins. Keyed by move id; placeholders as in `coach-words.ts`.
 */
export const hintWords: Record<string, { question: string; stem: string }> = {
  describe: { question: "What happened, so that a camera could have seen it?", stem: "Last … you …" },
  express: {
    question: "What does this do to you, and does {name} know?",
    stem: "When that happens, I feel …",
  },
  assert: {
    question: "If {name} remembered one sentence of yours, which should it be?",
    stem: "I would like …",
  },
  reinforce: { question: "What would be better for {name} if you got it?", stem: "Then you would …" },
  "stay-mindful": {
    question: "Which point were you on before the talk was pulled away?",
    stem: "That matters too, and right now I want to stay with …",
  },
  "appear-confident": {
    question: "Which words in your next sentence could you leave out?",
    stem: "… does not work for me.",
  },
  negotiate: { question: "What else could work for the two of you?", stem: "What would work for me is …" },
  "name-interests": {
    question: "Why does it matter to you, underneath what you ask for?",
    stem: "This matters to me because …",
  },
  "ask-theirs": {
    question: "What does {name} need here that you have not asked about?",
    stem: "What would you need so that …?",
  },
  "find-common": { question: "What do the two of you both want?", stem: "Neither of us wants …" },
  "offer-options": {
    question: "Which two ways could you both live with?",
    stem: "We could …, or we could …",
  },
  "set-limit": {
    question: "What will you do, calmly, if it stays as it is?",
    stem: "If nothing changes by …, I will …",
  },
  "ask-permission": {
    question: "Does {name} know what this is about, and want it now?",
    stem: "Is now a moment for …?",
  },
  situation: { question: "Which one occasion do you mean?", stem: "On …, when we were at …, " },
  behaviour: { question: "What did you see or hear, without the motive?", stem: "You said …" },
  impact: { question: "What came of it, and for whom?", stem: "Because of that, I …" },
  invite: {
    question: "How might it have looked from {possessive} side?",
    stem: "How did you see it when …?",
  },
  "agree-next": {
    question: "What is the smallest step, and by when?",
    stem: "Shall we say that by …, you …?",
  },
  anchor: { question: "What exactly do you want: which figure, which thing?", stem: "I am asking for …" },
  reason: { question: "Which fact could {name} check?", stem: "Since …, I have …" },
  silence: {
    question: "What would you ask, if you then had to be quiet?",
    stem: "What would it take for …?",
  },
  trade: { question: "What could come first, if not all of it?", stem: "If … is not possible now, could …?" },
  hold: {
    question: "How can {name} tell that you heard the no, and mean it all the same?",
    stem: "I understand that …, and I would still like …",
  },
  "open-question": {
    question: "What do you not know yet about how it is for {name}?",
    stem: "What is it like when …?",
  },
  affirm: { question: "What has {name} really done or carried?", stem: "You kept … going, even when …" },
  reflect: {
    question: "What did {name} just tell you, with the feeling in it?",
    stem: "So it sounds as if …",
  },
  summarise: { question: "Which pieces have you heard so far?", stem: "So far I have heard …, and …" },
  "ask-offer": { question: "Would {name} want an idea just now?", stem: "Would it help if I …?" },
};

/** Over each rung. */
export const rungWords = {
  name: (name: string, what: string) => `The move is called ${name}: ${what}.`,
  stem: (stem: string) => `It could begin like this: “${stem}”`,
  example: (line: string) => `In full, it could be: “${line}” Say it your own way.`,
};
