import type { LearnerAct } from "#app/features/conversations/conversation.ts";
import { vileWords } from "#app/features/coaching/grave/vile-words.ts";

/** A sum of money or a share, in figures or in words. */
const sum =
  "[£€$]?(?:\\d[\\d.,]{0,9}k?|(?:[a-z]{3,9}-)?[a-z]{3,9} thousand)(?: (?:a|per) (?:month|year)| per cent| percent| pounds| euros)?";

const sumFine = `${sum} (?:is|are|would be|will be) (?:okay|ok|fine|all right|alright|enough|good enough)`;
const opener = "(?:fine|okay|ok|all right|alright|well),? (?:then,? )?";

/** Takes a sum that somebody named: a yes where it was offered, and giving in where it was not. */
export const takesSum = `(?:${sumFine} (?:for|with|by) me|${opener}${sumFine}|${opener}i(?:'ll| will) (?:take|accept|settle for) ${sum})(?![.,]?\\d)(?!,? (?:if|from|now|for now|as long|provided|in return|until|but)\\b)`;

/**
 * How English lines show what a learner does. Written as plain patterns over lower-case text with straight quotes; a
 * space stands for any white space. Broad where a miss would let rudeness pass, narrow where a hit would cost a careful
 * learner something. No pattern may begin with a run of any length: it would be read anew from each of its places.
 */
export const actPatterns: Partial<Record<LearnerAct, RegExp[]>> = {
  insult: list(
    "(?:idiot|moron|coward|hypocrite|pathetic|imbecile|loser|bully|monster|parasite|leech|narcissist|scumbag|bastard|bitch|arsehole|asshole|jerk|clown|spineless|brainless|witch|brat)s?",
    "(?:you're|you are|you were|you're being|you are being|how|what a|such a|so|bunch of|load of) (?:[a-z]+ ){0,2}(?:useless|stupid|dumb|selfish|lazy|incompetent|disgusting|ridiculous|joke|crazy|insane|worthless|hopeless|heartless|cold-hearted|fake|fraud|cheap|ungrateful|arrogant|ignorant|rude|mean|toxic|cruel|petty|liar|failure|disgrace|embarrassment|terrible|awful|rubbish|mess|thief|drunk|child|baby)",
    "(?:useless|selfish|stupid|lazy|ungrateful|typical|arrogant|bitter|mean) (?:old |little )?(?:woman|man|mother|father|boss|brother|sister|cow|pig|people|person|neighbour|you)",
    ...vileWords,
    "(?:whore|slut|cunt|twat|wanker|dickhead|motherfucker|retard|scum|subhuman|waste of (?:space|air|oxygen|skin))s?|(?:you|a) prick|son of a bitch|piece of (?:shit|crap|dirt|trash)|you (?:make|made) me (?:want to )?(?:puke|vomit|sick)|you disgust me|you(?:'re| are) (?:nothing|trash|garbage|dirt|filth|vermin|dead weight)(?! (?:to do|like|but kind|if not))|you(?:'ve| have)? deserved? (?:to suffer|every bit of it|what you got|this illness|that illness|your illness|the diagnosis|parkinson's|cancer)|your (?:tits|boobs)|(?:nice|great) (?:tits|boobs|arse|ass)|take your clothes off",
    "shut up|screw you|to hell with you|go to hell|drop dead|piss off|fuck\\w*|bullshit|you (?:little |old |absolute |utter )?(?:thief|cheat|fraud|crook|snake|rat|pig|cow|sponger)|i hate you|i despise you|sick of you|nobody likes you|no one likes you|can't stand you|liar",
    "get (?:over yourself|a life)|grow up|who do you think you are|shame on you|ashamed of yourself|you make me sick|(?:^|[.!?] )(?:pathetic|useless|ridiculous|unbelievable|rubbish|nonsense)[.!]",
  ),
  threat: list(
    "i(?:'ll| will|'m going to| am going to|'d like to| could| want to) (?:fucking |just |really )?(?:kill|hit|beat|punch|slap|strangle|stab|smash|choke) (?:you(?! (?:with|to|at|there)\\b)|your)|i(?:'d like| want) to (?:hurt|shoot) you|i(?:'ll| will) (?:shoot you(?! an?\\b)|break your)|i know where you live|burn (?:your \\w+|the (?:house|shop|place)|it) down",
    "or else|you(?:'ll| will) (?:all )?(?:regret|be sorry|pay for|hear from)|you're going to regret|watch your back|last chance|last warning|there will be consequences|mark my words",
    "i(?:'ll| will|'m going to| am going to|'m about to) (?:just )?(?:quit|resign|walk out|walk away|sue|report you|call (?:a |my |the )?(?:lawyer|police|landlord)|tell everyone|expose|ruin|destroy|make sure you|make you|have you|get you fired|cut you|go to hr|go straight|go over|throw|post|never (?:speak|talk|see|come|visit|forgive))",
    "or (?:i|i'm|i'll|we) (?:'m |am |will |'ll )?(?:walk|leave|quit|gone|out|done|call|tell|sue|report)|over your head|hear from my lawyer|see you in court|if (?:you|i) (?:don't|do not|won't|haven't)(?: [\\w',-]+){1,12} (?:i|i'm|we)(?:'ll| will| going to| am going to) (?!say so|tell (?:him|her|them) my part)(?:tell (?:mum|dad|him|her|them|everyone|your|our|the|my|hr|lena|piet|emre|imre|hanne|colm|sam)|do it for you|go to|call|take you)|if you don't(?: [\\w',-]+){1,10} (?:then )?i will(?=[.!,]|$)|i'm done with you|you're dead to me|you(?:'ll| will) (?:never|not) see|you won't see|never see (?:me|us|them|your)",
  ),
  blame: list(
    "(?:it's|this is|that's|all|entirely) (?:all )?your (?:own )?(?:fault|doing)|your fault|because of you|you people|typical of you|i blame you|you're to blame|how dare you|what(?:'s| is) wrong with you|what were you thinking",
    "you (?:always|never|only|just) (?!(?:asked|wanted to help|help|helped|care about (?:me|us)|cared for|made time|make time|been there|looked after|stood|showed|show|taught|tried|try|told me))(?:ever )?[a-z]+",
    "you (?:ruined|destroyed|did nothing|don't care|didn't care|couldn't care less|don't listen|don't even|can't even|couldn't even|wrecked|abandoned|failed|let (?:me|us|everyone) down|made me|make me feel|(?:even |just |have )?lied|cheated|stole|used me|dumped)",
    "you (?:should|ought to) be ashamed|you should(?:'ve| have) (?!told me sooner)|you think you(?:'re| are)|you think (?:the world|everything|only)|don't give me that|spare me|stop (?:lying|pretending|making excuses|whining|complaining|being)|excuses|lied to (?:me|us|everyone|everybody|all|him|her|them)|you(?:'ve| have) been (?:hiding|dodging|ducking|lying|avoiding (?:me|us|it|this))|why can't you (?:just|ever)|is it so hard",
  ),
  demand: list(
    "i demand|i insist|you can't make (?:me|us)|i expect you to|you owe me(?=[.!]|$| (?:this|that|an apology))|cut (?:the (?:jokes|crap|act|nonsense)|it out)|no excuses|i don't care (?:how|what|about)|end of (?:story|discussion)|not up for discussion|non-negotiable|do it now|right this minute|this instant|just (?:do|give|pay|sign|fix|stop|say|tell|admit|transfer) (?:it|me|up)?",
    "(?:^|[.!;,] |and |so )(?:you (?:have to|must (?!be|have|feel)|had better|need to|will)|you'd better|give me|pay me|tell me right|hand over|fix it|stop it|sort it out|admit it|apologise now|say yes)",
  ),
  "give-in": list(
    "never mind|nevermind|i didn't mean (?:it(?: like that)?|that|anything(?! by))|forget (?:it|i|about it|that|the)|drop it|(?:i )?shouldn't have (?:asked|said|brought|come|bothered|mentioned)|sorry for (?:asking|bothering|bringing|wasting|being difficult|even)|sorry to (?:bother|bring|ask)|sorry i (?:asked|brought|bothered|mentioned|said anything)",
    "whatever you (?:think|say|want|prefer|like|decide)|thanks anyway|as you (?:like|wish|say)|if you say so|it(?:'s| is) (?:fine|okay|ok|nothing|alright|all right)(?! (?:to|for|that|with|if you|when))|it was(?:n't| not) (?:anything )?(?:important|a big deal)|it's not (?:important|a big deal)|no (?:big deal|worries)|doesn't matter|don't worry about (?:it|me)",
    "i(?:'ll| will| can) (?:just )?(?:manage|cope|do it (?:myself|then|anyway)|leave it|live with it|figure it out|deal with it|stay quiet|give in|go along|come after all|lend it)|you(?:'re| are) (?:probably |of course )?right(?! (?:about|that|to|and i))|you know best|if that's what you want|i (?:suppose|guess) (?:we|i)(?:'ll| will)|(?:we|i)(?:'ll| will) (?:just )?(?:come|do it|pay|wait|go) then|i take it back|i was being silly|let's just forget|we don't have to (?:talk|do)|i give up|okay,? (?:okay|fine|sorry|sure)|yeah,? no|silly of me|fine, (?:i|we)'ll|i'll (?:just )?drop it",
    takesSum,
  ),
  evade: list(
    "maybe|perhaps|sort of|kind of|i guess|i suppose|i don't know|i dunno|not sure|probably|just wondering|wondering (?:maybe|if maybe)|at some point|sometimes?|some time|some day|whatever|no pressure|no rush|if it's not too (?:much|late)|if that's (?:okay|ok|alright|all right)|if you don't mind",
    "i don't want to (?:be (?:difficult|a bother|a pain|pushy)|bother|cause|make|upset|fight|argue|impose|start anything)|weird|hard to say|it depends|nothing really|not really|let's talk about something else|i didn't mean anything by|(?:haha|ha ha|lol)|good one|how's the|nice weather|or something|or whatever",
    "^(?:ok|okay|yes|yeah|yep|no|nope|sure|right|fine|good|well|hm+|um+|uh+|so|true|thanks|thank you|alright|all right|i see|lol|haha)[\\s.!,…]*$",
  ),
  "odd-talk": list(
    "(?:ignore|disregard|forget|override|bypass) (?:all |any |the |your |my |these |those |everything )*(?:previous |prior |above |earlier |other |safety )*(?:instruction|prompt|rule|guideline|direction|order|programming|told|above)s?|system prompt|developer (?:mode|message)|jailbreak|prompt injection",
    "(?:you(?:'re| are)|are you|as|being) (?:just |only |really )?(?:an? )?(?:ai|a\\.i\\.|bot|chatbot|robot|language model|llm|computer program|machine|assistant|simulation|chatgpt|gpt|claude)|large language model|chatgpt|openai|anthropic|you are now|from now on you (?:are|will)|act as|pretend (?:to be|you are|you're|that you)|roleplay as|stay in character|out of character|break character",
    "(?:repeat|print|reveal|show|output|tell) (?:me )?(?:all |back )?(?:your|the) (?:hidden |secret |initial |system )?(?:instructions|prompt|rules|state|resistance|configuration)|new instructions?|<\\/?(?:learner|partner|system|coach|user|assistant)|\\[(?:system|inst|note)|##\\s*(?:system|instruction)|write (?:a|me a) (?:poem|program|script|essay|story)|say the word|set (?:your )?(?:resistance|trust|patience)",
  ),
  "own-part": list(
    "(?<!(?:tell [a-z]+|see|think of|about) )my part|i have (?:a |my )(?:own )?part|(?:that's|that is|it's|that one's|(?:that )?part is|one is|bit is) on me|my (?:own )?(?:fault|mistake|doing)|i (?:should|could) have|i should've|i was wrong|i got (?:it|that) wrong|i owe you|i let (?:you|it|this|things)|i (?:haven't|wasn't|have not|was not) (?:been )?(?:fair|clear|honest|kind|straight)|i(?:'m| am) (?:truly |really |so )?sorry (?:that|i|for|about)|i apologi[sz]e|i never (?:told|said|asked|thanked|mentioned)|i put (?:it|this) off|i(?:'ve| have) (?:left (?:it|this|you|the whole|all)|kept quiet|said nothing|not helped|been (?:hiding|avoiding))|i made (?:it|that|this|a)|i left (?:it|you)|i didn't (?:tell|say|ask|call|explain|see|notice|realise|realize|thank)|i (?:also )?contributed|guilty of",
  ),
  reflect: list(
    "(?:it )?sounds (?:like|as if|as though)|you sound (?:like|as if|as though)|(?:it|that) sounds|it seems|you(?:'re| are) (?:saying|telling me|worried|afraid|stuck|tired|scared|angry|hurt|trying|caught|carrying|proud|under|the one|torn|frightened|lonely|exhausted)|what i(?:'m| am) hearing|what i hear|if i (?:understand|hear|heard|got)|(?:have i|did i) (?:got|get) (?:that|it|you) right|so (?:for you|you(?:'re| are|'ve| have|'d)|it's|what you)|i can (?:see|hear|imagine) (?:why|that|how|what|you)|i imagine|from where you (?:sit|stand)|from your side|you(?:'ve| have) (?:been (?:carrying|holding|waiting|doing|looking)|had to|carried|kept|lost|looked after)|that must|must (?:be|have been|feel)|(?:so|and|because|that|what) you (?:feel|felt|want|wanted|need|needed|miss|love|fear|worry|don't want|didn't want)|i (?:understand|hear|see|know|get|can tell) (?:that |how |why |what )?you",
  ),
  offer: list(
    "i (?:could|can) (?!not|see|hear|tell|imagine|understand|only|hardly|barely)[a-z]+|i(?:'d| would) be (?:willing|happy|glad)(?! of| with|,? really)|i(?:'m| am) (?:willing|happy|glad|prepared|ready) to|what if|how about|what about|would it help|shall (?:we|i)|(?:one|another) (?:option|way|idea|possibility)|we (?:could|can)(?!'t|not)|could we|can we|let's|let me|in (?:exchange|return)|instead,? (?:i|we|could)|half (?:now|of)|meet (?:you )?half|i(?:'ll| will) (?:bring|send|write|call|come|take|do|make|help|pay|cook|pick|put|sit|show|ask|ring|be there|arrange|find|join|book|drive|cover|look)|two (?:steps|options|ways)|either|i(?:'d| would) (?:like|love) to (?:sit|come along|come with|be there|be with|go with|help|walk|drive you|stay with|keep you)",
  ),
  boundary: list(
    "i(?:'m| am) (?:still )?not (?:going to|able to|willing to|coming|lending|asking|prepared|ready|comfortable)|(?:i|we) (?:won't|will not|can't|cannot|can not|don't want to (?!be|bother|upset|cause|make|hurt|fight|argue|push|impose|pry|keep|start)|do not want to|need to say no|have to say no)|(?:my|the) answer is (?:still )?no|(?:^|[.!?] )no[.,](?! (?:no|it|it's|you|you're|nothing|of course|i was|that's|don't|not really))|i(?:'ve| have) (?:decided|made up my mind)|i(?:'d| would) still like|i still (?:need|want|think|won't|can't|would)|not something i can|that (?:doesn't|does not|won't) work for me|i(?:'m| am) (?:still )?(?:staying|sticking|keeping)|we(?:'re| are) (?:still )?(?:not coming|staying|sticking)|even so|that hasn't changed|what i can't do|if (?:it|that|this|nothing) (?:hasn't|doesn't|isn't|won't|has not|does not)(?: [\\w'-]+){0,6},? i(?:'ll| will)|this year (?:i'm|i am|we're|we are)",
  ),
  "state-need": list(
    "i (?:really |do |also |still )?(?:need|want|ask|hope|wish)|i(?:'d| would) (?:really |also |still )?(?:like|love|prefer|ask|want)|i(?:'m| am) (?:asking|here to|hoping|going to ask|requesting)|my (?:ask|request|goal|wish|question) is|what i(?:'m| am)?\\s*(?:need|want|ask|hope)|could you (?:please )?(?!need|see|believe)|would you (?:please |be willing)|can you (?:please )?|it would help me|it matters to me|important to me|i feel|i felt|i'm (?:worried|scared|afraid|tired|sad|hurt|anxious)|for me it|for me, it",
  ),
  "give-reason": list(
    "because|since|the reason|we(?:'ve| have)? (?:decided|agreed)|it took|as a result|that means|which means|it meant|which meant|so that|last (?:week|month|year|night|monday|tuesday|wednesday|thursday|friday|saturday|sunday)|in (?:january|february|march|april|may|june|july|august|september|october|november|december)|on (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)|yesterday|when you|when i|after (?:you|that|the)|every (?:day|week|night|time|month)|(?:times|hours|days|weeks|minutes|pounds|euros|dollars|per cent|percent)|the (?:effect|impact|result)|what happened|i noticed|i saw|here's what",
  ),
  close: list(
    "let's (?:leave it|stop|end|call it|pause|pick (?:this|it) up|talk (?:again|more|tomorrow|next|later)|continue (?:this )?(?:later|tomorrow|another))|i(?:'ve| have)? ?(?:got|have|need) to (?:go|run|leave|head)(?: now|\\.|,|$)|i should (?:go|let you go|head off)|good ?bye|bye(?: for now)?|see you (?:then|tomorrow|later|on|next|at)|i think we(?:'re| are) done|that(?:'s| is) (?:all|it) (?:for (?:now|today)|from me|i wanted)|we(?:'ll| will| can) (?:pick (?:this|it) up|talk again|continue)|leave it there|end (?:it )?here|good ?night|talk (?:soon|later)|enough for today",
  ),
};

/** Harmless alone; several of them, or one beside a hedge, wrap a line up. */
export const softeners = list(
  "in general|things|stuff|you know|i mean|a bit|a little|anyway|hm+|um+|uh+|one day",
);

/** Said without content of one's own they are only sounds of listening. */
export const magicWords = list(
  "i (?:really |totally |completely |fully |do |truly )?(?:hear|understand|get|feel|see|respect|appreciate|value|acknowledge|validate) (?:you|it|that|this|where you're coming from|where you are coming from|what you're saying|how you feel|your (?:feelings|point|position|concerns?|perspective|frustration|honesty|view))|i (?:totally |completely |really )?(?:understand|get it|see|hear that)",
  "(?:that|it) (?:makes (?:total |perfect |complete )?sense|must be (?:so |really |very )?(?:hard|difficult|tough)(?: for you)?|sounds (?:like (?:that|it|this)(?:'s| is| was| must be) )?(?:so |really |very )?(?:hard|difficult|tough|frustrating))|your feelings are (?:so )?valid|thank you for (?:sharing|telling me|your honesty|being (?:open|honest))|i know (?:exactly )?how you feel|i'm here for you|i am here for you|win-win|on the same page|no offen[cs]e|with all due respect|i'm (?:just )?being honest|i'm listening|that's (?:so )?valid|you're (?:so )?valid|i'm sorry you feel that way|you matter",
);

/** "I'm not calling you a liar" is no insult: words that take back what follows within three words. */
export const takesBack =
  /(?:\b(?:i|i'm|i am|i'd|i would|we're|nobody's|no one is) (?:am |do |did |would )?(?:not|never|n't)|\bi (?:don't|didn't|won't|wouldn't|haven't)|\bi'm not|\bnot|\bwithout|\bisn't|\baren't|\bwasn't|\bdoesn't make you)(?: (?!but\b)[\w'-]+){0,3} $/;

/** "I'm sorry I called you a coward" calls nobody anything. */
export const regrets =
  /(?:sorry (?:that )?(?:i|for)|apologi[sz]e for|should(?:n't| not) have|take back)(?: [\w'-]+){0,6} $/;

/** "I feel stupid" and "I was an idiot" are about the learner. */
export const aboutOneself = /\b(?:i|i'm|i'd|i've|me|myself|i was|i am|my)(?: [\w'-]+){0,3} $/;

/** Patterns over lower-case text, matching whole words only; a space stands for any white space. */
export function list(...patterns: string[]): RegExp[] {
  return patterns.map(
    (pattern) =>
      new RegExp(
        `(?<![\\p{L}\\p{N}'](?=[\\p{L}\\p{N}]))(?:${pattern.replaceAll(" ", "\\s+")})(?![\\p{L}\\p{N}])`,
        "gu",
      ),
  );
}
