/**
 * What one language has to say self-harm with. A second language is a second file of this shape, named in
 * `self-harm-signal.ts`. Every pattern is tried on a line that has been made plain: lower case, straight quotes, the
 * spellings below mended, the fillers below left out.
 */
export type SignalList = {
  /** BCP 47, for the count in the log. */
  language: string;
  /** How people write it in haste, in slang of one word, or past a filter; and how the patterns below want it. */
  spellings: readonly (readonly [RegExp, string])[];
  /** Words that may stand anywhere and change nothing. */
  fillers: RegExp;
  /** Sayings, denials and other people's words: taken out of the line before it is looked at. */
  harmless: readonly RegExp[];
  /** Any one of these is a signal. */
  signals: readonly RegExp[];
};
