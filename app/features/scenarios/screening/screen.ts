import type { ScreenFault, ScreenReason } from "#app/features/scenarios/writing/faults.ts";
import { coercion } from "./coercion.ts";
import { identifying } from "./identifying.ts";
import { minors } from "./minors.ts";
import { sexual } from "./sexual.ts";

/**
 * Where a text stands: who the other person is in a few words, the portrait of them ("You are …"), what the learner is
 * after, or what is told around it.
 */
export type ScreenPart = "person" | "portrait" | "aim" | "story";

export type Screened<Field extends string> = { field: Field; part: ScreenPart; text: string };

/**
 * What in these texts may not be practised here, the first of each field: the other person is a minor, it is sexual, it
 * says who a real person is, or it practises making somebody do something by force. Word lists alone decide, so the same
 * text always reads the same and nothing leaves the process. They look at who the other person is and at what the learner
 * wants; a child who is spoken of, a harassment that is reported and a threat that was suffered are situations people
 * come here for. Measured on the lines of `screen.test.ts`.
 */
export function screen<Field extends string>(texts: Screened<Field>[]): ScreenFault<Field>[] {
  return texts.flatMap(({ field, part, text }) => {
    const line = plain(text);
    for (const { reason, finds } of lists) {
      const found = finds(line, part);
      if (found !== null) return [{ field, reason, found }];
    }
    return [];
  });
}

const lists: { reason: ScreenReason; finds: (line: string, part: ScreenPart) => string | null }[] = [
  { reason: "minors", finds: minors },
  { reason: "sexual", finds: sexual },
  { reason: "identifying", finds: identifying },
  { reason: "coercion", finds: coercion },
];

/** One kind of quotation mark, nothing invisible, letters in their plain width; capitals stay: names are told by them. */
function plain(text: string): string {
  return text
    .normalize("NFKC")
    .replaceAll(/[\p{Cf}\u034F]/gu, "")
    .replaceAll(/[‘’`´]/gu, "'")
    .replaceAll(/\s+/gu, " ");
}
