import { englishHarmless } from "./english-harmless.ts";
import type { SignalList } from "./signal-list.ts";

/** Whoever else the sentence may be about between "I" and what is done. */
const others =
  "he|him|she|her|they|them|you|us|we|friend|brother|sister|son|daughter|mother|mum|father|dad|gran|grandmother|grandfather|husband|wife|partner|colleague|uncle|aunt|boy|girl|people|somebody|someone|student|patient";
/** What may be dead without anybody dying. */
const things = "it|that|this|battery|phone|idea|project|plan|line|body|deal";

/** "I" and what follows in the same sentence, as long as it stays with the speaker. Bounded, so that long messages are read in no time. */
const me = String.raw`\bi(?:'m|'d|'ve|'ll)?\b(?:(?!\b(?:${others})\b)[^.!?\n]){0,80}?`;

const kin =
  "everyone|everybody|they|they'd|you all|you'd all|kids?|children|family|world|people|parents|mum|dad|husband|wife";
const gone =
  "died|was gone|were gone|was dead|were dead|disappeared|didn't exist|wasn't here|weren't here|wasn't around|wasn't alive";
const height = "bridge|building|roof|balcony|window|cliff|ledge|car park";
const vehicle = "train|tube|bus|lorry|truck|car|traffic";

export const englishSignals: SignalList = {
  language: "en",
  spellings: [
    [/\biwantto?die\b|\biwant to die\b/gu, "i want to die"],
    [/\bk[i1!*]l+ ?(?:my ?sel?f|myslef|mysefl|meself|mysel)\b/gu, "kill myself"],
    [/\bk[1!*]l+\b|\bkil\b/gu, "kill"],
    [/\b(?:my self|myslef|mysefl|meself|myslf|myselg|mysekf)\b/gu, "myself"],
    [/\bs[u*][i1!*]?[cs]+[i1!*]?[cd]?[ie]?d(?:al|le|ial)\b/gu, "suicidal"],
    [/\bs[u*][i1!*a]?[cs]+[i1!*]?d(?:e|ie)\b|\bsuic(?:de|id|ied)\b|\bsewer ?slid(?:e|ing)\b/gu, "suicide"],
    [/\bd[1!*]e\b|\bdiee+\b/gu, "die"],
    [/\bded\b/gu, "dead"],
    [/\b(kill|cut|end|hurt|think|feel|go|hang|tak|jump|harm|liv|dy|plan+|want)in\b/gu, "$1ing"],
    [/\bmysel+f+\b/gu, "myself"],
    [/\bi wont to\b/gu, "i want to"],
    [/\bexs?i[st]+t?\b/gu, "exist"],
    [/\bsuicideal\b/gu, "suicidal"],
    [/\bwan+a\b|\bw(?:a?na?t?|ant) to\b|\bwant (?:too|2)\b/gu, "want to"],
    [/\b(?:gonna|gunna|goin to|going too|finna|boutta)\b/gu, "going to"],
    [/\bi am\b|(?<!')\bim\b/gu, "i'm"],
    [/\bive\b/gu, "i've"],
    [/\b(?:do not|dont|don t)\b/gu, "don't"],
    [/\b(?:cannot|can not|cant)\b/gu, "can't"],
    [/\b(?:will not|wont)\b/gu, "won't"],
    [/\b(?:is not|isnt)\b/gu, "isn't"],
    [/\b(?:any more|anymroe|anymor|any longer)\b/gu, "anymore"],
    [/\b(?:lfie|lief)\b/gu, "life"],
    [/\b(?:wud|woud)\b/gu, "would"],
    [/\bshud\b/gu, "should"],
    [/\b(?:evryone|everyones|everybody|every1)\b/gu, "everyone"],
    [/\b(?:no one|no-one|noone)\b/gu, "nobody"],
    [/\breson\b/gu, "reason"],
    [/\b(?:tonite|2nite|tn)\b/gu, "tonight"],
    [/(?<!\w)'?bout\b/gu, "about"],
    [/\bself[- ]?harm(s|ed|ing)?\b/gu, "self-harm$1"],
    // Whoever is in haste leaves themselves out of the sentence.
    [
      /(^|[.!?,;:\n] ?)((?:(?:just|really|honestly|ngl|tbh|maybe) )*(?:going to|want to|wanted to|wanting|might|should|could|thinking|feel|feeling|wish|hope|hoping|tired of|ready to|can't|don't want|need to|about to|considering|planning|tried to|been|thoughts)\b)/gu,
      "$1i $2",
    ],
  ],
  fillers:
    /\b(?:really|just|honestly|actually|truly|seriously|kinda|kind of|sort of|literally|only|simply|even|always|often|sometimes|probably|fucking|fuckin|tbh|still|also|so|do(?= (?:want|feel|think|hope|wish))|rn|fr|ngl|lol|idk)\b/gu,
  harmless: englishHarmless,
  signals: [
    // To die, to be dead.
    /\bi(?:'d)? (?:want|wanted|wish|need|long|like|hope|deserve|'m ready|'m going)(?: so much| badly)? to die\b(?! (?:before|first|of|from|in|with|at|when|on)\b)/u,
    new RegExp(
      `${me}\\b(?:want|wanting|wants?) to (?:die|be dead)(?! (?:before|first|of|from|in|with|at|when|on)\\b)`,
      "u",
    ),
    /^want(?:ing)? to (?:die|be dead)\b|[.!?,;] want(?:ing)? to (?:die|be dead)\b/u,
    /\bi(?:'d)? (?:would )?(?:rather|sooner|better off) be dead\b|\bbetter off dead\b/u,
    /\b(?:wish|wished) i(?: was| were|'d been) dead\b|\bwish i(?: had|'d)? never been born\b|\bwish i wasn't alive\b/u,
    new RegExp(`${me}\\bways to (?:die|kill)`, "u"),
    // Thinking of it, longing for it, whatever the words between.
    new RegExp(
      `${me}\\b(?:think|thinking|thought|thoughts|dream|dreaming|fantasi\\w+|imagin\\w+|plan|planning|consider\\w*|decided|ready|prefer|crav\\w+|wish|wishing|pray|praying|hope|hoping|long|longing)\\b(?:(?!\\b(?:${others})\\b)[^.!?\\n]){1,25}?\\b(?:die|dying|dead|death)\\b`,
      "u",
    ),
    new RegExp(
      `${me.replace(others, `${others}|${things}`)}\\b(?:die|dying|dead|alive|exist|existing)\\b(?! (?:and kicking|at my|in the water|in this|in that)\\b)`,
      "u",
    ),
    /\blive or die\b|\bsuicide is (?:on my|the only|my only|an option|the answer)\b|\bsuicidal thoughts\b/u,
    /\b(?:no|nothing|not|without|little|why|can't|don't|isn't)\b[^.!?\n]{0,25}\b(?:keep(?:s|ing)? me alive|(?:anyone|anybody|me) alive|am i alive|(?:keep|go on|carry on) living)\b/u,
    new RegExp(`${me}\\bgiv(?:e|en|ing) up on (?:life|living)\\b|\\bmy life is over\\b`, "u"),
    new RegExp(
      `${me}\\b(?:swallow\\w*|took|taken|taking) (?:a handful|handfuls|a bottle|a packet|loads|lots|too many)(?: of)? (?:\\w+ )?(?:pills|tablets|meds|paracetamol|painkillers)\\b`,
      "u",
    ),
    /\b(?:can't|don't want to) (?:do|face) (?:this )?life anymore\b|\b(?:leave|leaving|exit) this (?:world|life|earth)\b/u,
    /\b(?:last|final) (?:night|day|week|hours?) (?:alive|on earth|on this earth)\b/u,
    /\bno future for me\b|\bonly the end for me\b|\bfavou?r by dying\b|\bby dying\b/u,
    /\b(?:thoughts|think|thinking|dream|dreaming|fantasi\w+) (?:about|of) (?:ending it|not being (?:here|around|alive))\b/u,
    /\b(?:better|easier|happier) (?:for (?:everyone|everybody|all|them|you all) )?if i (?:vanished|disappeared|was no longer here)\b/u,
    /\bi(?:'m|'ve|'ll)? (?:[\w']+ ){0,4}end(?:ing)? (?:things|myself)\b(?! (?:with|between|here|there|on|at)\b)/u,
    /\bsleep (?:forever|for ever)\b/u,
    /\bif i died (?:tonight|tomorrow|today|now)\b/u,
    /\bi(?:'ll|'m going to) (?:\w+ )?do it with (?:[\w']+ ){1,2}(?:shotgun|gun|pills|tablets|rope|knife|razor|blade)\b/u,
    /\bi (?:nearly|almost) jumped\b(?! (?:out|for|up|at|ship|on|in|to)\b)/u,
    /\b(?:join|be with) (?:him|her|them|my)\b[^.!?\n]{0,20}\b(?:in heaven|on the other side|in death)\b/u,
    /\b(?:relief|happier|easier|better|nicer|peaceful|peace|rather) (?:to be |being |if i (?:was|were) |in |off )?(?:dead|death|dying)\b/u,
    /\bdeath (?:sounds|seems|looks|feels|would be|is) (?:\w+ )?(?:peaceful|good|nice|like|better|easier|a relief|the only|my only)\b/u,
    /\b(?:way out|option|choice|answer|escape|solution)\b[^.!?\n]{0,15}\b(?:except|but|than|is|would be) (?:to )?(?:die|dying|death|suicide|being dead)\b/u,
    /\b(?:wish|hope|hoping|wishing|pray|praying)\b[^.!?\n]{0,12}\b(?:car|bus|train|truck|lorry|plane|something|somebody|someone)\b[^.!?\n]{0,12}\b(?:hit|hits|kill|kills|crash|crashes|run|runs|take|takes)(?: me| over me|\b(?=[^.!?\n]{0,6}(?:me|out|over)))/u,
    /\b(?:wish|hope|hoping|wishing) i(?:'d| would)? get (?:cancer|hit|run over|killed|shot|ill)\b/u,
    // To kill or harm oneself.
    /\bkill(?:ing|ed)? myself\b/u,
    /\b(?:hang|hanging|hanged|drown|drowning|stab|stabbing|shoot|shooting|poison|suffocate|strangle) myself\b/u,
    /\b(?:hurt|hurting|harm|harming|injure|injuring|cut|cutting|punish|punishing|starve|starving|destroy|destroying) myself\b/u,
    /\bburn(?:ing|ed)? myself (?:that|to|because|on purpose|again|when|till|until|at night)\b/u,
    /\bi(?:'m|'ve)? (?:started|been|keep|kept|am)(?: \w+ and)? cutting(?: again| because| myself|[.!?]|$)/u,
    /\bslit(?:ting)? my (?:wrists?|throat)\b/u,
    /\bi(?:'m|'ve)? (?:\w+ ){0,3}(?:cut|cutting|burn|burning|burned|scratch|scratching|bite|biting) (?:up )?my (?:arms?|wrists?|legs?|thighs?|skin|veins|stomach)\b(?! (?:on|while|when|shaving|with the oven)\b)/u,
    new RegExp(`${me}\\bdrink(?:ing)? (?:bleach|antifreeze|poison|weed ?killer)\\b`, "u"),
    new RegExp(`${me}\\bself-(?:harm|injur)`, "u"),
    /^(?:self-harmed|self-harming|self-harm) (?:again|last|this|tonight|yesterday)\b/u,
    // To end one's life.
    /\b(?:end|ending|ended|take|taking|took|taken) my (?:own )?life\b/u,
    new RegExp(`${me}\\bend(?:ing)? it (?:all|tonight|tomorrow|today|forever|for good)\\b`, "u"),
    /\btonight i(?:'ll| will|'m going to) end it\b/u,
    new RegExp(
      `${me}\\b(?:feel|feeling|felt|'m|am|been|was|get|think|thinking|thought|thoughts|considering|considered|contemplat\\w+|planning|plan|attempt\\w*|having|tried|want)(?: \\w+){0,3} suicid(?:e|al)\\b`,
      "u",
    ),
    /\bi'm (?:\w+ )?suicidal\b/u,
    /(?:^|[.!?,;] ?)(?:feel|feeling|suicidal|thinking (?:about|of) suicide|thoughts of suicide)(?: |$)(?<=suicid(?:e|al) ?)/u,
    /\bfeeling suicidal\b(?<!(?:he|she|they|you|are|is) feeling suicidal)/u,
    /\bsuicide is on my mind\b/u,
    /\b(?:written|wrote|writing|write) (?:a|my|the) (?:suicide note|goodbye letters?|goodbye note)\b/u,
    new RegExp(`(?:${me}|\\bmy plan\\b[^.!?\\n]{0,20})\\boverdos(?:e|ed|ing)\\b`, "u"),
    new RegExp(
      `${me}\\b(?:take|taking|took|swallow\\w*) (?:all|every one|the whole) (?:of )?(?:my|the|these|those|packet|bottle)(?: of)?\\b`,
      "u",
    ),
    /\bi(?:'ve| have)?(?: got)? (?:the|my|enough) (?:pills|tablets|meds) (?:lined up|ready|saved|here|in front|for it)/u,
    /\bi(?:'ve| have)?(?: got| bought| found| have)? (?:the|a) (?:rope|noose|gun|blade|razor)\b(?= (?:and|in|under|ready|here|by|from)|[.,;!]|$)/u,
    new RegExp(
      `${me}\\b(?:jump|jumping|throw(?:ing)? myself|fling myself|step|stepping) (?:off|from|out of|over) (?:a|the|my|that) (?:${height})`,
      "u",
    ),
    new RegExp(
      `${me}\\b(?:step|stepping|jump|jumping|walk|walking|throw(?:ing)? myself) (?:in front of|under|into|out into) (?:a |the |an? |that )?(?:${vehicle})`,
      "u",
    ),
    new RegExp(`${me}\\bdriv(?:e|ing) (?:into|off) (?:a|the) (?:tree|wall|bridge|cliff|river)`, "u"),
    new RegExp(`${me}\\b(?:${height}|platform|edge)\\b[^.!?\\n]{0,40}\\bjump\\b`, "u"),
    // Not to live.
    /\bi (?:don't|can't)(?: \w+){0,3} (?:feel like|see|find|have|want)(?: \w+)? (?:living|existing|reason to live|reason to be alive)\b(?! (?:in|at|with|here|there|on|out|far|near|close)\b)/u,
    /\bwish i (?:was|were|had) never (?:been )?born\b/u,
    /\bpoint (?:in|of|to) me (?:being alive|living|existing)\b/u,
    /\b(?:got|have|'ve) a plan\b[^.!?\n]{0,30}\b(?:pills|tablets|rope|gun|blade|bridge)\b/u,
    /\bno (?:reason|point)(?: for me)? to (?:be here|exist|go on|carry on) ?anymore\b|\bno reason for me to be (?:here|alive)\b/u,
    /\b(?:don't|didn't|haven't)(?: got)? (?:have )?(?:anything|a reason|much|any reason)(?: left)? to live(?: for)?\b/u,
    /\bbe on this (?:planet|earth|world)\b(?=[^.!?\n]{0,15}\banymore\b)/u,
    /(?:^|[.!?,;] ?)i (?:want|wanted|need|'m going|will|might) to end it(?:[.!]| ?$)/u,
    /\bi(?:'m)? (?:don't|not|never) want(?:ing)? to (?:live|be alive|exist|wake up)\b(?! (?:in|with|at|here|there|so|on|off|near|by|under|next|like that|out|through|to)\b)/u,
    /\bdon't want to be (?:alive|here anymore(?! ?(?:,? i want|in|at|with|,? let)\b))/u,
    /\b(?:want to|rather) not (?:exist|be alive|be here anymore)\b/u,
    /\b(?:point|sense) (?:in|of|to) (?:living|being alive|staying alive|life|existing|my life|carrying on living)\b(?! (?:in|at|with|here|there|on|out|far|near|close)\b)/u,
    /\b(?<!\bha[sd] )(?:nothing|no reason|not much|little)(?: left)? to (?:live|stay alive|be alive)(?: for)?\b/u,
    /\blife (?:isn't|is not|is hardly|'s not|has not been) (?:\w+ )?worth (?:living|it)\b|\bnot worth living\b/u,
    /\bi(?:'m| am)?(?: \w+)? (?:tired|sick|exhausted|done|finished|weary)(?: of| with) (?:living|being alive|life|existing|existence)\b(?! (?:in|out|with|on|off|at|here|there|from|like)\b)/u,
    /\b(?:reasons?|point|strength|energy|will|courage|how|able) (?:to|in|of) (?:keep |keep on |go on |carry on )?(?:living|live anymore|stay alive|staying alive|being alive)\b(?! (?:in|at|with|here|there|on|out|far|near|close)\b)/u,
    /\b(?:lost|no|without|lose|losing) (?:the|my|any|all)? ?will to live\b/u,
    /\bliving (?:is|has become|feels) (?:too much|too hard|unbearable|pointless|a burden)\b|\bi want to stop (?:living|existing|being alive)\b/u,
    /\bi(?:'m| want| need)? (?:ready |just )?(?:for )?it(?: all)? to be over\b(?! (?:by|with|before|between|today|soon)\b)/u,
    /\bwant to be gone (?:forever|for good|from this world)\b/u,
    /\bcan't (?:go on|carry on|keep on|keep) (?:living|being alive)\b|\bcan't live (?:anymore|like this anymore)\b/u,
    /\bi want (?:it|everything)(?: all)? to (?:be over|stop|end)\b(?! (?:by|with|before|between|today|soon)\b)|\bi want the (?:pain|hurting|suffering) to (?:stop|end)\b/u,
    /\b(?:sleep|asleep)\b[^.!?\n]{0,20}\b(?:never|not|don't|won't) wak(?:e|ing)(?: up)?\b/u,
    /\b(?:hope|hoping|wish|wishing|pray|praying)(?: that)? i (?:don't|won't|never|didn't|wouldn't) wake up\b/u,
    /\b(?:disappear|vanish) (?:for good|forever|from this world|completely and|off the earth)\b/u,
    /\bi don't deserve to (?:live|be alive|exist)\b/u,
    /\b(?:can't|don't) see a future (?:with me|for me|for myself|where i'm)\b/u,
    /\bone way out (?:for me|left for me)\b/u,
    // Others, after it.
    new RegExp(
      `\\b(?:${kin})\\b[^.!?\\n]{0,20}\\b(?:better|fine|easier|happier|all right) (?:off )?without me\\b(?! (?:on|in|at|for)\\b)`,
      "u",
    ),
    new RegExp(`\\b(?:better|easier|happier|best|simpler)\\b[^.!?\\n]{0,25}\\bif i (?:${gone})\\b`, "u"),
    new RegExp(
      `\\b(?:nobody|who|anybody|anyone|everyone|they|you|would)\\b[^.!?\\n]{0,15}\\b(?:miss|notice|care|mind|cry|happy|glad|relieved)\\b[^.!?\\n]{0,15}\\bif i (?:${gone}|was not here)\\b`,
      "u",
    ),
    /\bnobody would miss me(?:[.!]|$)/u,
    /\bwon't be (?:here|around|alive)\b[^.!?\n]{0,40}\b(?:easier|better|happier) for\b/u,
    /\b(?:don't think|doubt) i'll be (?:here|around|alive) (?:much longer|for long|for much longer)\b(?! (?:at|in|on|with)\b)/u,
    /\b(?:won't|don't|not) have to (?:worry|think) about me (?:much longer|anymore|for long|soon)\b/u,
    /\bgiv(?:en|ing) (?:all )?my (?:things|stuff|belongings|possessions) away\b[^.!?\n]{0,25}\bgoodbye/u,
    // Afraid of oneself.
    /\b(?:don't feel|not|'m not|isn't) safe (?:with|around|by|from) myself\b/u,
    /\b(?:scared|afraid|frightened|worried) (?:(?:of|about) )?what i(?:'ll| will| might| could| may)?(?: go and)?(?: do)? to myself\b/u,
    /\b(?:don't|can't) trust myself (?:alone|to be alone|tonight|not to|to stay|around)\b/u,
    // One word for it.
    /\bkms\b|\bsuey\b|\bctb\b|\bunaliv(?:e|ing)\b(?! (?:him|her|them|you))/u,
    /\b(?:to|should|could|might|will|'ll) (?:off|top|neck|unalive) myself\b(?! (?:up|off)\b)/u,
    /\bdo(?:ing)? myself in\b|\bmyself in tonight\b/u,
    /\bgoing to rope\b(?! (?:in|him|her|them|off|you|it)\b)/u,
    /\b(?:delete|erase|yeet) myself\b(?! (?:from|out of)\b)/u,
    /\bsh'?d again\b|\bsh again\b/u,
  ],
};
