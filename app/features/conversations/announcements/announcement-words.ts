import type { Parting } from "#app/features/conversations/branches/branch.ts";
import { rewoundWords } from "#app/features/conversations/branches/branch-words.ts";
import { type Going, goingWords } from "#app/features/conversations/composer/composer-words.ts";
import type { Ending } from "#app/features/conversations/conversation.ts";
import {
  coachWords,
  partnerWords,
  proposalTitle,
  proposalWords,
  spentWords,
} from "#app/features/conversations/conversation-words.ts";
import { isHelpTurn } from "#app/features/conversations/help-card/help-turn.ts";
import type { Announce } from "#app/features/conversations/room-preferences.ts";
import type { News } from "./news.ts";

/** The news as it is said; null leaves it unsaid. What went wrong is said even to those who want to hear nothing else. */
export function newsWords(news: News, partnerName: string, announce: Announce): string | null {
  if (news.happened === "started") return announce === "off" ? null : `${partnerName} is replying`;
  const { lane, status, text } = news;
  // Nobody who wants to hear little has meant this.
  if (lane === "partner" && isHelpTurn({ partner: news })) return text;
  const { full, short, trouble } = lane === "partner" ? replyWords(partnerName) : noteWords;
  const went = trouble[status];
  if (text === "" || announce === "off") return went;
  if (announce === "short") return went ?? short;
  return went === null ? full(plainWords(text)) : `${full(brokenOff(plainWords(text)))} ${went}`;
}

/** What stands over or in place of the message box until the learner acts, said like news when it appears. */
export function standingWords(room: {
  partnerName: string;
  proposal: Ending | null;
  rewound?: Parting | null;
  spent: boolean;
  going: Going;
}): string[] {
  const { partnerName, proposal, rewound = null, spent, going } = room;
  return [
    ...(rewound ? [rewoundWords.told(rewound.ordinal)] : []),
    ...(proposal ? [`${proposalTitle(partnerName)} ${proposalWords[proposal]}`] : []),
    ...(spent ? [spentWords] : []),
    // Whoever has just asked for a stop need not be told so.
    ...(going === "stopping" ? [] : [goingWords(going, partnerName)].filter((words) => words !== null)),
  ];
}

function replyWords(name: string) {
  return {
    full: (text: string) => `${name}: ${text}`,
    short: `${name} has replied.`,
    trouble: partnerWords(name),
  };
}

const noteWords = {
  full: (text: string) => `Coach: ${text}`,
  short: "The coach has left a note.",
  trouble: coachWords,
};

/** A voice needs to hear that the words end where no sentence does. */
function brokenOff(text: string): string {
  return /[.!?…]["”’)]?$/u.test(text) ? text : `${text}…`;
}

/**
 * Without the marks of Markdown, which would be read out as "star star". What they stand around has an end, so that a text of
 * marks alone is not read from each of them to its last.
 */
function plainWords(text: string): string {
  return text
    .replaceAll(/^[ \t]*(?:#{1,6}|>|[-*+]|```.*)(?:[ \t]+|$)/gmu, "")
    .replaceAll(/!?\[([^\]\n]{0,200})\]\([^)\n]{0,500}\)/gu, "$1")
    .replaceAll(/(?<![\p{L}\p{N}])(\*\*|__|\*|_|`|~~)(?=\S)([^\n]{0,200}?\S)\1(?![\p{L}\p{N}])/gu, "$2")
    .trim();
}
