import { list, takesSum } from "./learner-acts.ts";

/** Said when an end already lies on the table, these accept it. */
export const partings = list("thanks?(?: you)?|love you|take care|see you|bye|good ?bye|cheers|good night");

/** A yes that needs no context, as long as something has been given at all. */
export const clearYes = list(
  "(?:it's a|it is a|we have a|we've got a|you have a|you've got a) deal|(?:i|we) (?:can |will |gladly |happily |do |would )?accept(?! (?:that|you|responsibility|the blame|my))|(?:that|this|it) works(?: for (?:me|us))?|works for (?:me|us)|i(?:'m| am) (?:very |really )?happy with (?:that|this|it)|i can (?:live|work) with (?:that|this|it)|let's do (?:that|it)|let's go with (?:that|it)|we(?:'re| are) agreed",
  takesSum,
  "(?<=^|[.!,;] |ok |okay |yes |right )(?:deal|done|agreed)(?=[.!,;]|$| then)",
);

/** A yes when it comes right after something was given; elsewhere only manners. */
export const softYes = list(
  "that(?:'s| is| sounds| seems) (?:more than |very |really |all )?(?:good|great|fair|fine|perfect|okay|ok|wonderful|lovely)|sounds (?:good|great|fair|fine|perfect)|fair enough|i(?:'ll| will) take (?:that|it)(?! (?:back|out|away|up|from))|i(?:'d| would) (?:be happy with|like) that|yes,? (?:please|let's|gladly)|that would be (?:good|great|fine|lovely)",
  "(?<=^|[.!] )(?:thank you|thanks|ok|okay|yes|good|great|perfect|right)[^.!]{0,24}[.,!] (?:then )?(?:i(?:'ll| will)|we(?:'ll| will)|see you)",
);

/** Nothing but a yes, a thank-you and perhaps a name. */
export const bareYes =
  /^(?:(?:ok|okay|yes|yeah|yep|sure|right|fine|good|great|alright|all right|perfect|lovely|brilliant|wonderful|thanks|thank you|cheers)(?: (?:so much|very much|then|for (?:that|this|it|telling me|saying (?:that|so|it)|being (?:honest|open|straight))(?: with me)?|[a-z]+))?[\s.,!]*){1,4}$/;

/** After a yes these make it a "yes, if". */
export const conditions =
  /\b(?:but|however|though|unless|except|only if|as long as|provided|on condition|if you|if we|i(?:'d| would) still|i still|i also (?:need|want)|what about)\b/;

/** What takes a hard word back. */
export const apologies = list(
  "i(?:'m| am) (?:so |really |very |truly )?sorry(?! you| if you|, but| but)|sorry(?=[.,!]|$| for (?:that|what|how|the|my)| about (?:that|what|my)| that came)|i apologi[sz]e|my apologies|please forgive me",
  "(?:that|it|what i said) (?:was|is) (?:(?:very|really|so|a bit|quite) )?(?:unfair|uncalled for|unkind|out of line|out of order|too (?:much|hard|harsh|far)|harsh|mean|rude|wrong|below the belt|unnecessary|not fair|not okay)|(?:that|it) came out (?:all )?(?:hard|harsh|wrong|badly|harder|sharper)|i (?:take (?:that|it) back|went too far|overreacted|lost my temper|snapped|was (?:unfair|rude|out of line|out of order|too harsh))|i (?:shouldn't|should not) have (?:said|called|put it|spoken|snapped|raised|shouted|talked)|you didn't deserve (?:that|it)",
);

/** Words that say that something is coming, and not yet what. */
export const announcements = list(
  "(?:need|want|wanted|like|have|hoping|going|got|meaning) to (?:tell|talk|speak|ask|say|discuss|raise|bring up|mention|chat)|(?:can|could|may) (?:we|i) (?:please )?(?:talk|speak|have a (?:word|chat)|ask|tell)|(?:have you got|do you have|got) (?:a|five|ten) (?:minutes?|moment|second)|there(?:'s| is) something|it's about|it is about",
);
