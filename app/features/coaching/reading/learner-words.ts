/**
 * Words that carry a sentence but say nothing about a subject. Used twice: what is left without them is a line's
 * substance, and a line that has none of them is hardly an English sentence.
 */
export const functionWords = words(`
  a an the and or but so if then than that this these those there here it its it's he she they them his her their him
  i i'm i've i'd i'll me my mine myself we we're we've we'd we'll us our you you're you've you'd you'll your yours
  is are was were be been being am do does did done doing have has had having will would can could shall should may might must
  not no yes don't doesn't didn't can't won't wouldn't couldn't isn't aren't wasn't weren't haven't hasn't
  to of in on at by for from with about as into over after before up down out off again between without
  what when where which who whom why how because since while until just very really too also only even still
  okay ok well oh yeah all any some each more most much many such own same that's there's what's let's please
`);

/** Common words of neighbouring languages that are not English words too; more of these than English ones is no English line. */
export const foreignWords = words(`
  der das und ich nicht ist mit für ein eine einen zu auf dass wir sie ihr aber auch habe hat kann mehr möchte bitte wie war
  que el los las una por para pero como está estoy quiero usted mi tu se con muy gracias necesito
  le les des une est pas je vous nous pour mais avec dans sur qui ce ça suis veux mon ma votre être
  il che non sono con questo voglio grazie mio della di e per
  não você eu uma com meu obrigado quero isso de ik het een niet jij wij van
`);

export function wordsIn(text: string): string[] {
  return (
    text
      .toLowerCase()
      .replaceAll("’", "'")
      .match(/[\p{L}\p{N}]+(?:['’.,][\p{L}\p{N}]+)*/gu) ?? []
  );
}

/** The words that say something: no function words, no single letters. */
export function contentWords(text: string): string[] {
  return wordsIn(text).filter((word) => word.length > 1 && !functionWords.has(word));
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}
