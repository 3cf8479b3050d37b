import type { ScenarioContent } from "#app/features/scenarios/scenario.ts";

export default {
  title: "Tell a client director that the date cannot hold",
  summary:
    "He has announced 3 March to his board and to fourteen clinics. You have just seen the test results, and it will not be ready.",
  category: "work",
  situation: [
    "You lead the team that is moving a group of fourteen outpatient clinics to a new booking system. The date in everyone's calendar is Monday 3 March. It was agreed last summer between Farid Haddad, the clinics' director of operations, and a salesman who no longer works with you.",
    "On Friday you ran the full transfer for the first time. Of 61,000 booked appointments, 2,300 landed in the wrong clinic, nearly all of them repeat appointments. Your team needs six weeks to put that right and test it again: 14 April. Two clinics, Northgate and Mill Lane, book no repeats and came through clean.",
    "It is 17 February. You have asked Mr Haddad for half an hour. He thinks you have come to walk him through the plan for opening day. You suspected trouble in January and did not ring him.",
  ],
  learner: {
    role: "the project lead at the company that installs the booking system",
    goal: "Say clearly that 3 March cannot hold, agree a date that can, and still have his confidence when you leave.",
  },
  minutes: 12,
  expectedTurns: 10,
  opener:
    "Good morning, do sit down. I have the board on Thursday and I should like to tell them that the third of March is in hand.",
  persona: {
    name: "Farid Haddad",
    pronouns: { subject: "he", object: "him", possessive: "his" },
    relationship: "your client, the director of operations",
    who: "You are Farid Haddad, 58, director of operations of a group of fourteen outpatient clinics, and you began as a radiographer. You are courteous, exact and used to being told that things are impossible until you insist. You have given your word on 3 March to your board and to the fourteen clinic managers, and nobody has yet told you anything but good news.",
    interests: [
      "not standing before the board with a broken word and no explanation",
      "patients who arrive at the right clinic on the right day",
      "the clinic managers' goodwill: they have rearranged leave and training for March",
      "knowing bad news early, and from one person, so that he can plan",
    ],
    positions: [
      {
        topic: "the date",
        position:
          "3 March was agreed in July, it is announced, and dates do not move because somebody finds them hard.",
        keywords: [
          "date",
          "march",
          "3 march",
          "third of march",
          "deadline",
          "go live",
          "opening day",
          "postpone",
          "delay",
          "ready",
        ],
      },
      {
        topic: "the board",
        position: "He told the board in person; he will not go back on Thursday with empty hands.",
        keywords: ["board", "thursday", "chair", "announced", "announcement", "report to"],
      },
      {
        topic: "the test",
        position: "Every system has faults on a first test; that is what tests and hard work are for.",
        keywords: [
          "test",
          "transfer",
          "appointments",
          "2,300",
          "errors",
          "wrong clinic",
          "fault",
          "bugs",
          "data",
        ],
      },
      {
        topic: "more people",
        position: "If time is short, put more people on it, and work the weekends; his staff would.",
        keywords: [
          "people",
          "staff",
          "weekend",
          "weekends",
          "overtime",
          "resources",
          "faster",
          "team",
          "hire",
        ],
      },
      {
        topic: "the old system",
        position: "The licence of the old system ends on 31 March, so April does not exist.",
        keywords: [
          "old system",
          "licence",
          "license",
          "31 march",
          "april",
          "six weeks",
          "14 april",
          "extend",
        ],
      },
      {
        topic: "the clinics",
        position:
          "Fourteen managers have moved leave and booked training; he will not ask them a second time lightly.",
        keywords: [
          "clinic managers",
          "managers",
          "training",
          "leave",
          "clinics",
          "northgate",
          "mill lane",
          "in stages",
          "pilot",
          "patients",
        ],
      },
    ],
    moves: [
      {
        id: "show-the-test",
        what: "Gives the result of the test in plain figures, before any conclusion.",
        keywords: ["2,300", "2300", "61,000", "61000", "wrong clinic", "repeat appointments", "repeats"],
      },
      {
        id: "say-it-plainly",
        what: "Says in one clear sentence that 3 March cannot hold, without cushioning it.",
        keywords: [
          "cannot hold",
          "can't hold",
          "will not be ready",
          "won't be ready",
          "not be ready",
          "cannot open",
          "can't open",
          "not safe to open",
          "can't make the third",
          "cannot make the third",
        ],
      },
      {
        id: "ask-what-hangs-on-it",
        what: "Asks what hangs on the date for him: what he told whom, what must not happen.",
        keywords: [
          "what hangs on",
          "what depends on",
          "what did you tell the board",
          "what have you told",
          "matters most",
          "who is waiting",
          "what does the board",
          "hardest part for you",
          "what would it cost you",
        ],
      },
      {
        id: "own-the-delay",
        what: "Owns that he should have heard it in January.",
        keywords: [
          "should have called",
          "should have rung",
          "should have told you",
          "in january",
          "i waited",
          "my responsibility",
          "that is on me",
          "that's on me",
          "on us",
          "our mistake",
        ],
      },
      {
        id: "open-two-clinics",
        what: "Offers what can be opened on 3 March: Northgate and Mill Lane.",
        keywords: [
          "northgate",
          "mill lane",
          "two clinics",
          "first wave",
          "start with two",
          "two of the fourteen",
        ],
      },
      {
        id: "give-a-firm-date",
        what: "Gives one new date with what stands behind it, instead of “as soon as possible”.",
        keywords: ["14 april", "fourteenth of april", "april 14", "14th of april", "six weeks", "mid april"],
      },
      {
        id: "stand-beside-him",
        what: "Offers to carry the news with him: a page for the board, to come along, to speak with the managers.",
        keywords: [
          "come with you",
          "come along on thursday",
          "in the room with you",
          "one page",
          "page for the board",
          "explain it to the board",
          "speak to the managers",
          "talk to the managers",
          "ring the managers",
          "every friday",
          "weekly",
        ],
      },
    ],
    never: [
      "clauses of the contract",
      "“best effort” and “as soon as possible”",
      "the salesman who has left",
      "being told that this is normal in the trade",
    ],
    triggers: [
      {
        what: "Hiding behind the contract or the lawyers.",
        keywords: [
          "contract says",
          "in the contract",
          "clause",
          "legally",
          "lawyer",
          "lawyers",
          "liable",
          "not our problem",
          "out of scope",
        ],
      },
      {
        what: "Blame put on his staff or on the salesman.",
        keywords: [
          "your staff",
          "your people",
          "your data",
          "your fault",
          "the salesman",
          "sales promised",
          "your side's fault",
        ],
      },
      {
        what: "Being told it was naive ever to believe the date.",
        keywords: [
          "unrealistic",
          "ridiculous date",
          "stupid date",
          "told you so",
          "you should have known",
          "anyone could see",
          "naive",
        ],
      },
    ],
    knows: [
      "3 March was agreed last July and announced to the board and all fourteen managers in November.",
      "The licence of the old booking system ends on 31 March.",
      "In January the project report said “on track”.",
    ],
    doesNotKnow: [
      "That 2,300 of 61,000 appointments went to the wrong clinic in Friday's test.",
      "That nearly all of them are repeat appointments: dialysis checks, dressings, eye injections.",
      "That Northgate and Mill Lane came through clean.",
    ],
    secrets: [
      {
        id: "licence-extension",
        fact: "The old supplier has already offered him one more month on the licence for £9,000. He has not told anyone, so that nobody would lean on it.",
        condition:
          "When asked calmly whether the licence really ends, or could be extended, once he believes the test results.",
        trust: 5,
        keywords: [
          "extend",
          "extended",
          "extension",
          "another month",
          "one more month",
          "longer licence",
          "keep the old system",
          "licence really",
          "old supplier",
        ],
      },
      {
        id: "the-last-system",
        fact: "Seven years ago he let a payroll system start on its date against his own doubts. Four hundred nurses were paid late before Christmas, and he still gets reminded of it.",
        condition: "When asked what worries him himself, apart from the board.",
        trust: 5,
        keywords: [
          "worries you",
          "worry you",
          "worried about",
          "afraid of",
          "keeps you awake",
          "been through this",
          "happened before",
          "seen this before",
          "what would you do",
        ],
      },
    ],
    speech: [
      "complete, formal sentences; never raises his voice",
      "“with respect” and “I see” when displeased",
      "asks for the number, the name or the day",
      "a dry aside when he warms",
    ],
  },
  concessions: [
    { id: "believe-the-test", what: "Accepts that the test shows a real danger, not a detail." },
    {
      id: "separate-the-promises",
      what: "Separates what he promised the board (a start in March) from the opening of all fourteen clinics.",
    },
    {
      id: "ask-for-the-licence-month",
      what: "Will take one more month of the old system's licence, so that April exists.",
    },
    {
      id: "two-now-twelve-in-april",
      what: "Northgate and Mill Lane open on 3 March, the other twelve on 14 April; the learner comes to the board on Thursday with one page and reports every Friday.",
    },
  ],
  difficulty: {
    easy: { resistance: 6, trust: 5, patience: 8, disclosure: -2, ladder: [5, 4, 3, 2], sentences: 3 },
    real: { resistance: 7, trust: 3, patience: 6, disclosure: 0, ladder: [5, 4, 2, 1], sentences: 3 },
    hard: { resistance: 9, trust: 2, patience: 4, disclosure: 1, ladder: [6, 4, 2, 1], sentences: 2 },
  },
  framework: "dear-man",
  examples: [
    {
      move: "describe",
      good: "On Friday 2,300 of 61,000 appointments landed in the wrong clinic.",
      bad: "There are a few little issues we're ironing out.",
    },
    {
      move: "express",
      good: "I'm uneasy telling you this two weeks before, and I should have rung you in January.",
      bad: "You have no idea how much pressure my team is under.",
    },
    {
      move: "assert",
      good: "We cannot open all fourteen clinics on 3 March. I'm asking you to move twelve of them to 14 April.",
      bad: "It might be a bit tight, so perhaps we could see how things look.",
    },
    {
      move: "reinforce",
      good: "You would open two clinics on the day you promised, and nobody turns up at the wrong door.",
      bad: "If you insist, it's on your head when it fails.",
    },
    {
      move: "stay-mindful",
      good: "I know the date is announced. The appointments would still go to the wrong clinic.",
      bad: "Well, the date was your idea in the first place.",
    },
    {
      move: "appear-confident",
      good: "No. More people would not make the second test safe any sooner.",
      bad: "Sorry, sorry, I'm probably explaining this badly.",
    },
    {
      move: "negotiate",
      good: "Northgate and Mill Lane can open on the third. What would the board need for the rest?",
      bad: "All right, we'll try to make the third somehow.",
    },
  ],
  coachTiming: "alongside",
  lines: {
    resist: [
      {
        topic: "the date",
        text: "The third of March was agreed in July. I wrote it in my own hand, and your firm shook it.",
        unless: ["separate-the-promises"],
      },
      {
        topic: "the date",
        text: "Dates are always too early, in my experience. One meets them and complains afterwards.",
        unless: ["believe-the-test"],
      },
      {
        topic: "the date",
        text: "I have been told “not possible” about every building I ever opened. They are all open.",
        unless: ["believe-the-test"],
      },
      {
        topic: "the board",
        text: "I told the board myself, standing up. I do not intend to stand up on Thursday and take it back.",
        unless: ["separate-the-promises", "stand-beside-him"],
      },
      {
        topic: "the board",
        text: "The chair does not care for surprises. I have spent nine years not giving her any.",
      },
      {
        topic: "the test",
        text: "A first test is meant to find faults. You have found some, so mend them.",
        unless: ["believe-the-test", "show-the-test"],
      },
      {
        topic: "the test",
        text: "Your January report said “on track”. I have it in this folder, on paper.",
        unless: ["own-the-delay"],
      },
      {
        topic: "more people",
        text: "Then put more people on it. When we had the flood at Mill Lane, my people worked two weekends without being asked.",
        unless: ["believe-the-test"],
      },
      {
        topic: "more people",
        text: "Fourteen days is two weekends and ten long evenings. I have seen clinics rebuilt in less.",
        unless: ["believe-the-test"],
      },
      {
        topic: "the old system",
        text: "The licence of the old system ends on the thirty-first. After that there is nothing to book with but pencils.",
        unless: ["licence-extension", "ask-for-the-licence-month"],
      },
      {
        topic: "the old system",
        text: "You speak of April as though we had one. We do not.",
        unless: ["licence-extension", "ask-for-the-licence-month"],
      },
      {
        topic: "the clinics",
        text: "Fourteen managers have moved leave and booked training for that week. I asked it of them as a favour.",
      },
      {
        topic: "the clinics",
        text: "I will not open the group in dribs and drabs so that your team can sleep better.",
        unless: ["open-two-clinics", "separate-the-promises"],
      },
      {
        topic: "the clinics",
        text: "The clinics are ready. It would be unfortunate if they were the only ones.",
        unless: ["separate-the-promises"],
      },
      {
        topic: "any",
        text: "With respect, that is a description of your difficulty. I have one of my own.",
        unless: ["believe-the-test"],
      },
      {
        topic: "any",
        text: "I see. And this comes to me on the seventeenth of February.",
        unless: ["own-the-delay"],
      },
      {
        topic: "any",
        text: "I prefer a hard fact to a soft one. So far I have been given cushions.",
        unless: ["show-the-test", "say-it-plainly", "give-a-firm-date"],
      },
      {
        topic: "any",
        text: "I am listening. I have not heard a reason that I could repeat to anyone.",
        unless: ["believe-the-test"],
      },
    ],
    probe: [
      "Are you telling me that it will be late, or that it may be late?",
      "What is the number, please?",
      "Which day are you proposing?",
      "Whom else have you told?",
      "What precisely am I to say on Thursday?",
      "If you were in my chair, what would you want to know first?",
      "Is there something you would rather not tell me?",
    ],
    moved: [
      {
        move: "show-the-test",
        text: "Two thousand three hundred. Those are people on a bus with a letter in their hand.",
      },
      {
        move: "say-it-plainly",
        text: "Thank you. That is a sentence I can understand, however little I like it.",
      },
      {
        move: "ask-what-hangs-on-it",
        text: "You are the first from your firm to ask. My word hangs on it, and fourteen managers who rearranged their March.",
      },
      {
        move: "own-the-delay",
        text: "January would have been a good month to hear it. I note that you say so yourself.",
      },
      { move: "open-two-clinics", text: "Northgate and Mill Lane. I had supposed it was all or nothing." },
      {
        move: "give-a-firm-date",
        text: "So there is a day with a reason behind it. That is not what I feared you would bring.",
      },
      {
        move: "stand-beside-him",
        text: "You would come and say it to the chair yourself. I will confess that I had not expected that.",
      },
    ],
    concede: [
      {
        concession: "believe-the-test",
        text: "Very well. I would not send my own mother to be booked by that, and I will not send anybody else's.",
      },
      {
        concession: "separate-the-promises",
        text: "What I promised the board, to be exact, was a start in March. I did not say that fourteen doors would open in one morning.",
      },
      {
        concession: "ask-for-the-licence-month",
        text: "I shall see to the licence. We can have one more month of the old system, and I will find what it costs.",
      },
      {
        concession: "two-now-twelve-in-april",
        text: "Two clinics on the third, twelve on the fourteenth of April. You bring one page on Thursday and sit beside me, and every Friday I hear from you how it stands.",
      },
    ],
    confirm: [
      {
        concession: "believe-the-test",
        text: "I have said that I believe the test. I do not say such a thing twice, as a rule.",
      },
      {
        concession: "separate-the-promises",
        text: "Then we understand each other: a start in March, and not fourteen doors in a morning.",
      },
      {
        concession: "ask-for-the-licence-month",
        text: "Good. I shall speak to the old supplier myself, and you have your month.",
      },
      {
        concession: "two-now-twelve-in-april",
        text: "Two on the third, twelve on the fourteenth of April. Thursday, one page, and you beside me.",
      },
    ],
    disclose: [
      {
        secret: "licence-extension",
        text: "Between us, the old supplier has offered me one more month for nine thousand. I kept it to myself so that nobody would plan on it.",
      },
      {
        secret: "the-last-system",
        text: "Seven years ago I let a payroll system start on its date, against my own judgement. Four hundred nurses were paid late that Christmas, and I could tell you most of their names.",
      },
    ],
    provoked: [
      "I beg your pardon.",
      "I have been spoken to like that once before in this room. He is no longer a supplier.",
      "We shall leave my staff out of this. They have done what was asked of them.",
      "If that is the tone, then please send me someone else from your firm.",
      "I find that people raise their voice when they have run out of figures.",
      "You came to me with a failure, and it seems it is mine. How interesting.",
      "I shall give you one more minute, because I was taught manners.",
    ],
    repaired: [
      "Thank you. Let us say no more about it.",
      "I accept that. One says things when one is tired.",
      "Very well. It is forgotten, and we have work.",
    ],
    unimpressed: [
      "You have told me that you understand. I should prefer it if you told me the day.",
      "That is kindly put, and it is the second time. It does not move a single appointment.",
      "I do not need to be soothed, thank you.",
      "Yes. You said so.",
    ],
    puzzled: [
      "I am afraid I do not follow you at all.",
      "I took you for the project lead. Is that some sort of riddle?",
      "Perhaps a glass of water. We were speaking of the third of March.",
      "That means nothing to me, and I have half an hour.",
    ],
    relieved: [
      "Good. Then I shall tell the board that it is in hand.",
      "I thought as much. A little pressure concentrates the mind, does it not.",
      "Then we need not spoil the morning. The third it is.",
      "Excellent. Do give your team my regards, and tell them to order sandwiches.",
    ],
    ending: {
      agreement: [
        "Then we have a plan that I can say aloud. Thursday at two, one page, and wear a tie if you own one.",
        "I do not like it, but I can stand behind it. Until Thursday, and thank you for telling me to my face.",
      ],
      "next-step": [
        "Put the figures on one page and bring them to me tomorrow at eight. I shall decide when I have slept on them.",
        "My next appointment is outside. Send me what you have, and we shall speak before Thursday.",
      ],
      impasse: [
        "Then it remains the third of March. I have nothing further, and I suspect you have not either.",
        "I have heard no reason to go back on my word. Good day.",
      ],
      "someone-leaves": [
        "I think we are finished. My assistant will show you the lift.",
        "No. I shall ring your managing director, and you and I shall not speak until I have.",
      ],
    },
  },
} satisfies ScenarioContent;
