import type { Turn } from "#app/features/conversations/conversation.ts";

/**
 * Takes the marks off every quotation that is not word for word something the learner said on this branch: better no
 * quotation than one they never said. `partner`: what the partner said may be quoted too, and `also` what the learner wrote elsewhere. Case, the kind of apostrophe and closing punctuation do not count.
 */
export function dropFalseQuotes(
  text: string,
  path: Turn[],
  { partner: ofPartner = false, also = [] }: { partner?: boolean; also?: string[] } = {},
): string {
  const said = [
    ...path.flatMap(({ learner, partner }) => [learner ?? "", ofPartner ? partner.text : ""]),
    ...also,
  ]
    .filter((line) => line !== "")
    .map(comparable);
  return text.replaceAll(quotation, (whole: string, curly?: string, straight?: string) => {
    const quoted = curly ?? straight ?? "";
    return isSaid(quoted, said) ? whole : quoted;
  });
}

/** What stands between quotation marks in a note. */
export function quotationsIn(text: string): string[] {
  return [...text.matchAll(quotation)].map(([, curly, straight]) => curly ?? straight ?? "");
}

/** The note without what it quotes: the coach's own words. */
export function withoutQuotations(text: string): string {
  return text.replaceAll(quotation, " ");
}

const quotation = /“([^“”]{1,300})”|"([^"]{1,300})"/gu;

function isSaid(quoted: string, said: string[]): boolean {
  const parts = quoted
    .split(/…|\.\.\./u)
    .map(comparable)
    .filter((part) => part !== "");
  return parts.length > 0 && said.some((line) => parts.every((part) => ` ${line} `.includes(` ${part} `)));
}

function comparable(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[’‘]/gu, "'")
    .replaceAll(/[^\p{L}\p{N}'£€$%]+/gu, " ")
    .trim();
}
