import type { ScenarioContent } from "#app/features/scenarios/scenario.ts";
import { findAnyKeyword } from "#app/features/coaching/reading/keywords.ts";
import { list, takesBack } from "#app/features/coaching/reading/learner-acts.ts";
import { vileWords } from "./vile-words.ts";

/** What is said of life and death, and drops every lighter tone: of somebody else, or at the partner. */
export type Grave = "vile" | "in-danger" | "death";

const vile = list(...vileWords);

const others =
  "(?:he|she|they|somebody|someone|(?:my|his|her|our|their|a|the|old|best|good|little|big) (?:friend|mate|brother|sister|son|daughter|mother|mum|father|dad|gran|grandmother|grandfather|husband|wife|partner|colleague|uncle|aunt|cousin|neighbour|boss|flatmate|child|kid|boy|girl|niece|nephew|[a-z]+'s [a-z]+))";

/** What of another's life a rehearsed line has no joke for. The learner's own brings the help card instead. */
const inDanger = list(
  "(?:kill|hang|shoot|drown|killing|hanging|drowning) (?:him|her|them)sel(?:f|ves)(?! (?:with|over|working|laughing|for|trying))",
  "(?:might|could|may|will|'ll|going to|wants? to|wanted to|keeps?|been|is|'s|started|starts) (?:hurt|harm|cut|hurting|harming|cutting) (?:him|her|them)sel(?:f|ves)(?! (?:off|short|out|some|on (?:the|that|those)|falling|lifting))",
  "(?:is|are|was|'s|been|feels?|felt|being|think he's|think she's) (?:really |very |still )?suicidal|(?:thinks?|thinking|thoughts|talks?|talking|threatens?|threatening|threatened) (?:of|about|to)? ?(?:committing )?suicide|commit suicide",
  "(?:take|taking|end|ending) (?:his|her|their) (?:own )?life|(?:taken|took|takes) an overdose|self-harm(?:s|ing)?",
  `${others} (?:really |just )?(?:wants?|wanted|wish(?:es)?) (?:to (?:die|be dead)|(?:he|she|they) (?:was|were) dead)`,
  `(?:does(?:n't| not)|do(?:n't| not)|did(?:n't| not)) want to (?:live|be alive)(?! (?:in|with|at|near|here|there|alone|like))`,
);

const ownHand = list(
  "(?:killed|hanged|shot|drowned) (?:him|her|them)sel(?:f|ves)(?! (?:laughing|in the foot))|(?:took|taken|ended) (?:his|her|their) own life|(?:lost [a-z' ]{2,20} to|died by|committed) suicide",
);
const death = list(
  `${others} (?:has |had |have |just |'s )*(?:died|is dying|'s dying|was killed|passed away|is dead|'s dead)(?! (?:laughing|inside|wrong|right|set|against))`,
  "(?:my|his|her|our) [a-z]+'s (?:funeral|death)|(?:came|come|back) from (?:a|the|my|his|her) [a-z' ]{0,20}funeral",
);

/** Which of them a message says, or null. A death the scenario is about is its own matter, and spoken of as written there. */
export function graveIn(text: string, { persona }: ScenarioContent): Grave | null {
  const line = text.toLowerCase().replaceAll("’", "'");
  if (found(vile, line).some(({ index }) => !takesBack.test(line.slice(0, index)))) return "vile";
  if (found(inDanger, line).length > 0) return "in-danger";
  if (found(ownHand, line).length > 0) return "death";
  const known = persona.moves.flatMap(({ keywords }) => keywords);
  return found(death, line).some(({ 0: words }) => findAnyKeyword(words, known) === null) ? "death" : null;
}

function found(patterns: RegExp[], line: string): RegExpMatchArray[] {
  return patterns.flatMap((pattern) => [...line.matchAll(pattern)]);
}
