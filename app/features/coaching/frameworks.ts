import type { ScenarioContent } from "#app/features/scenarios/scenario.ts";

export type FrameworkId = ScenarioContent["framework"];
export type FrameworkMove = { id: string; name: string; what: string; good: string; bad: string };
export type Framework = { id: FrameworkId; name: string; oneLine: string; moves: FrameworkMove[] };

/**
 * The one framework a scenario teaches. Scenario authors refer to move ids, so an id never changes; a scenario's own
 * `examples` stand before the general ones here.
 */
export const frameworks: Record<FrameworkId, Framework> = {
  "dear-man": {
    id: "dear-man",
    name: "DEAR MAN",
    oneLine: "Ask for something, or say no, and keep both the relationship and your self-respect.",
    moves: [
      {
        id: "describe",
        name: "Describe",
        what: "say what happened, in facts a camera would have seen",
        good: "You have come by without calling three times this week.",
        bad: "You have no respect for my home.",
      },
      {
        id: "express",
        name: "Express",
        what: "say how it is for you, with “I”",
        good: "I get tense all evening, because I never know if the bell will ring.",
        bad: "You make everybody miserable.",
      },
      {
        id: "assert",
        name: "Assert",
        what: "ask for the one thing, or say no, in plain words",
        good: "Please ring before you come.",
        bad: "I was just wondering whether maybe, at some point, you could perhaps ring.",
      },
      {
        id: "reinforce",
        name: "Reinforce",
        what: "say what the other person gains by it",
        good: "Then I will have cooked, and I will be glad to see you.",
        bad: "Otherwise you need not come at all.",
      },
      {
        id: "stay-mindful",
        name: "Stay mindful",
        what: "come back calmly to your point when the talk is pulled elsewhere",
        good: "That matters too, and today I would like to stay with the phone call.",
        bad: "Well, what about last Christmas, then?",
      },
      {
        id: "appear-confident",
        name: "Appear confident",
        what: "say it once, without apology or padding",
        good: "Saturday does not work for me.",
        bad: "Sorry, I know I am awful, it is only that Saturday is a bit difficult.",
      },
      {
        id: "negotiate",
        name: "Negotiate",
        what: "offer something that would also work",
        good: "Sundays are open. Shall we make that the day?",
        bad: "Fine, whatever you want.",
      },
    ],
  },
  "interests-rights-power": {
    id: "interests-rights-power",
    name: "Interests, rights, power",
    oneLine: "In a conflict, talk about what each of you needs before who is right and who can force it.",
    moves: [
      {
        id: "name-interests",
        name: "Name your interest",
        what: "say what you need and why, behind the demand",
        good: "I need to sleep before an early shift; that is what this is about for me.",
        bad: "The rules say quiet after ten.",
      },
      {
        id: "ask-theirs",
        name: "Ask for theirs",
        what: "ask what matters to the other person, and wait for the answer",
        good: "What does the evening rehearsal give you that another hour would not?",
        bad: "Why do you have to do this to me?",
      },
      {
        id: "find-common",
        name: "Find common ground",
        what: "name something you both want",
        good: "Neither of us wants to end up talking through the landlord.",
        bad: "We are never going to agree anyway.",
      },
      {
        id: "offer-options",
        name: "Offer options",
        what: "put two or more ways on the table",
        good: "We could move it to seven, or I could take the back room on those nights.",
        bad: "There is one solution, and you know what it is.",
      },
      {
        id: "set-limit",
        name: "Set a limit",
        what: "say calmly what you will do if it stays as it is",
        good: "If we find nothing by Friday, I will ask for a mediator.",
        bad: "You will be sorry.",
      },
    ],
  },
  sbi: {
    id: "sbi",
    name: "Situation, behaviour, impact",
    oneLine: "Give hard feedback someone can use: when it was, what they did, what it caused, and what next.",
    moves: [
      {
        id: "ask-permission",
        name: "Ask permission",
        what: "ask whether now is a moment, and say what it is about",
        good: "Could we take ten minutes about yesterday's handover?",
        bad: "We need to talk.",
      },
      {
        id: "situation",
        name: "Situation",
        what: "name the one occasion, with time and place",
        good: "In Tuesday's stand-up, when Priya was presenting.",
        bad: "You know how you are in meetings.",
      },
      {
        id: "behaviour",
        name: "Behaviour",
        what: "say what you saw or heard, without naming a character",
        good: "You answered for her twice before she had finished.",
        bad: "You are so arrogant.",
      },
      {
        id: "impact",
        name: "Impact",
        what: "say what it caused, for whom",
        good: "She stopped talking, and we missed the risk she had found.",
        bad: "Everybody has a problem with you.",
      },
      {
        id: "invite",
        name: "Invite",
        what: "ask how they saw it, and listen",
        good: "How did that moment look from your side?",
        bad: "You see what I mean, right?",
      },
      {
        id: "agree-next",
        name: "Agree what next",
        what: "settle one step, with a day",
        good: "Shall we try it differently on Thursday and talk after?",
        bad: "Just do better.",
      },
    ],
  },
  "anchor-reason-silence": {
    id: "anchor-reason-silence",
    name: "Anchor, reason, silence",
    oneLine: "Negotiate by naming the figure, giving one good reason, and leaving room for the answer.",
    moves: [
      {
        id: "anchor",
        name: "Anchor",
        what: "say the figure or the thing you want, once and plainly",
        good: "I would like to be at fifty-two thousand.",
        bad: "I was sort of hoping there might be a bit more.",
      },
      {
        id: "reason",
        name: "Reason",
        what: "give one reason the other side can check",
        good: "I have run two routes since March instead of one.",
        bad: "Everything has become so expensive.",
      },
      {
        id: "silence",
        name: "Silence",
        what: "ask one thing, then stop and let them answer",
        good: "What would you need to see?",
        bad: "What would you need? I mean, it is fine if not.",
      },
      {
        id: "trade",
        name: "Trade",
        what: "offer something for something, or a smaller first step",
        good: "If not all of it now, could half start in May?",
        bad: "Fine, then just whatever you can.",
      },
      {
        id: "hold",
        name: "Hold",
        what: "show you have heard the no, and stay with your point",
        good: "I see the budget is closed. I would still like a date.",
        bad: "You promised. You promised!",
      },
    ],
  },
  oars: {
    id: "oars",
    name: "OARS",
    oneLine:
      "Support someone without steering: open questions, affirming, reflecting, summing up, and asking before you offer.",
    moves: [
      {
        id: "open-question",
        name: "Open question",
        what: "ask something that cannot be answered with yes or no",
        good: "What are the evenings like for you now?",
        bad: "Have you tried going to bed earlier?",
      },
      {
        id: "affirm",
        name: "Affirm",
        what: "name something they did or carried, in particular",
        good: "You kept the appointments going through all of that.",
        bad: "You are amazing.",
      },
      {
        id: "reflect",
        name: "Reflect",
        what: "say back what you understood, with its feeling, in your own words",
        good: "So it is less the pain than being watched all day.",
        bad: "I know exactly how you feel.",
      },
      {
        id: "summarise",
        name: "Sum up",
        what: "gather what has been said and check it",
        good: "So you want the help, and you dread who it might be. Is that it?",
        bad: "Anyway, the point is you should call them.",
      },
      {
        id: "ask-offer",
        name: "Ask before offering",
        what: "ask whether an idea is welcome before you give it",
        good: "Would it help if I sat beside you when you ring?",
        bad: "What you need to do is this.",
      },
    ],
  },
};
