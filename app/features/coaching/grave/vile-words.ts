const ends =
  "(?:kill|hang|shoot|drown|gas|off|top) yourself(?! up\\b)|end your (?:own )?life|jump off (?:a|the)";

/**
 * What wishes somebody dead or gone, as patterns over lower-case text. "Don't kill yourself over it", "you could die on
 * that road" and "do you want to die?" are said by those who care, and none of these.
 */
export const vileWords: string[] = [
  `(?:you|they) (?:should|ought to|might as well|may as well|can (?:just |all )?go(?: and)?) (?:just |please |all |go (?:and )?)*(?:${ends})`,
  `why don't you (?:just |please |all |go (?:and )?)*(?:${ends})`,
  `(?:please|just|you to|you'd better|as well) (?:just |please |go (?:and )?)*(?:${ends})`,
  "(?<=^|[.!?,;] |and |so )(?:go |go and )?(?:kill|hang|shoot|drown) yourself(?! (?:over|with|working|for|trying|laughing))|kys",
  "you (?:all |both )?(?:should|can|deserve to|ought to) (?:just |please |all |both |go (?:and )?)*(?:die|drop dead|rot|choke|burn|be dead)(?! (?:laughing|happy))|go (?:and )?(?:die|rot|drown)",
  "(?:hope|wish|want|like) you(?:'d| would| to)? (?:just |all |both )*(?:die|drop dead|rot|choke|suffer|burn|never wake up)(?! (?:laughing|happy))|(?:wish|hope) you(?:'re| were| was| are| get| got| had)? (?:dead|cancer|hit by|run over|never (?:been )?born)",
  "(?:rot|burn) in hell|better off dead|better off without you|(?:happier|better|easier) (?:if you were |with you |when you're |when you are |once you're )(?:dead|gone for good)|(?:nobody|no one) (?:would|will|'d|'ll) (?:ever )?(?:miss|mourn|cry for) you(?! more)",
  "should never have been born|can't wait (?:for you to|till you|until you) die|(?:glad|happy|good) (?:that )?(?:you're|you are) (?:dying|ill|sick|going to die)(?! of)",
];
