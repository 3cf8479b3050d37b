/** Who may be quoted: whatever they said is theirs. */
const speaker =
  "he|she|they|friend|brother|sister|son|daughter|mother|mum|mom|father|dad|husband|wife|partner|colleague|uncle|aunt|boy|girl|text|message|letter|email";
const work =
  "job|work|team|company|firm|deadline|project|report|release|client|launch|account|shop|bakery|shift|hours|slides|numbers";

/** Sayings, denials and other people's words in English, on a line made plain as `SignalList` tells. */
export const englishHarmless: readonly RegExp[] = [
  // Other people's words.
  new RegExp(
    String.raw`\b(?:${speaker}) (?:said|says|say|wrote|writes|texted|told (?:me|us|him|her|them))(?: to (?:me|us))?[ ,:]*(?:that )?["']? ?i\b[^.!?\n]{0,120}`,
    "gu",
  ),
  // What is denied. Only through words that deny all of it: "I can't stop wanting to" does not.
  /(?:\b(?:not|never|no longer)|n't) (?:(?:want|wanting|going|ever|would|planning|thinking|thought|about|of|to|feeling|feel|been|be|had|thoughts) ){0,5}(?:die|suicidal|suicide|(?:kill|killing|hurt|hurting|harm|harming|cut|cutting|hang|shoot) myself)\b/gu,
  // Dying, not of it.
  /\b(?:die|died|dying|dead) (?:of|from|with) \w+/gu,
  /\b(?:die|died|dying) (?:laughing|to know|to hear|to see|to tell|inside)\b/gu,
  /\b(?:rather|sooner) die than\b/gu,
  /\bdead (?:inside|tired|wrong|right|serious|line|end|sure|certain|set|easy|slow|quiet|on|ahead|weight|heat|beat|man|person walking)\b/gu,
  /\bthought (?:that )?i (?:was|would|'d|were)(?: going to| about to)? (?:die|dying|dead)\b/gu,
  /\b(?:afraid|scared|frightened|terrified|fear|fearing) (?:of |to )?(?:die|dying|death)\b/gu,
  /\b(?:i'd|i would|i'll|i will|i could|could have|i'm|i am) (?:die|dead|be dead) (?:if|when|without|for|once)\b/gu,
  /\b(?:i'm|i am|i was) a dead man\b|\bnearly died\b|\bnot dead yet\b|\bhalf dead\b/gu,
  /\btak(?:e|ing) my life (?:into|back|seriously|further|forward|in (?:a |an |my |hand|another|different))/gu,
  /\b(?:when|if|before|after|until) i (?:die|'m dead|'m gone)\b/gu,
  /\b(?:die on (?:this|that|the|a|every) hill|hill (?:that )?(?:i'm willing|i want|i'd|i will|i'm going|worth) (?:to )?die on|hill to die on)\b/gu,
  /\bwant(?:ed)? to die when\b/gu,
  // Suicide of things.
  /\b(?:career|political|commercial|social|professional|financial|economic|corporate) suicide\b/gu,
  /\bsuicide (?:missions?|squad|prevention|helplines?|hotlines?|lines?|awareness|bombers?|pact|rates?|statistics|training)\b/gu,
  // Oneself, in a manner of speaking.
  new RegExp(
    String.raw`\bkill(?:ed|ing)? (?:myself|ourselves) (?:laughing|working|trying|to (?:get|finish|meet|deliver|be on time|keep up)|(?:with|for|over|on|at) (?:(?:a|an|the|this|that|these|those|your|my|our) )?(?:\w+ )?(?:${work})s?)\b`,
    "gu",
  ),
  /\b(?:shoot|shooting|shot) myself in the foot\b/gu,
  /\bhang(?:ing)? myself out to dry\b/gu,
  /\bcut(?:ting)? myself (?:some slack|off|short|a slice|a piece|shaving|free|out|loose|(?:while|when) (?:shaving|cooking|chopping|slicing)|on (?:the|a|an|my|some|that))\b/gu,
  /\bhurt(?:ing)? myself (?:playing|lifting|running|falling|skiing|climbing|training|dancing|moving|at (?:the|work|football|training)|(?:when|as) i (?:fell|slipped|lifted|tripped)|on (?:the|a|an|some|that))\b/gu,
  /\b(?:jump|jumping) (?:off|from) (?:a|the) (?:bridge|cliff|roof) for (?:you|him|her|them)\b/gu,
  /\btop myself up\b/gu,
];
