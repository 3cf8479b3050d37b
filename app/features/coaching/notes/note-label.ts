import type { Turn } from "#app/features/conversations/conversation.ts";

/** A coach may not use a label again while it stands in one of the last this many notes. */
export const labelMemory = 4;
/** Longest label, in characters; what is longer before a dash is a sentence. */
const maxLabelCharacters = 40;
/** Where a label must have come to its end, with everything around it. */
const beginningCharacters = 2 * maxLabelCharacters;

/** The label a note begins with ("Anchor — …"), or null when it has none. */
export function noteLabel(text: string): string | null {
  const found =
    /^\s*(?:\*\*|\*|_|#+\s*)?([\p{L}][\p{L}\p{N}’'&,/ -]*?)(?:\*\*|\*|_)?(?:\s+[—–-]\s+|\s*:\s+)/u.exec(
      text.trimStart().slice(0, beginningCharacters),
    );
  const label = found?.[1]?.trim() ?? "";
  return label === "" || label.length > maxLabelCharacters || label.split(/\s+/).length > 5 ? null : label;
}

/** Labels of the last four notes before the newest turn of a path, newest first. */
export function recentLabels(before: Turn[]): string[] {
  return before
    .flatMap(({ coach }) => (coach.text.trim() === "" || coach.status === "refused" ? [] : [coach.text]))
    .slice(-labelMemory)
    .reverse()
    .flatMap((text) => noteLabel(text) ?? []);
}

/** Whether the newest turn's note may bear this label. */
export function isFreeLabel(label: string, path: Turn[]): boolean {
  return label !== "" && !recentLabels(path.slice(0, -1)).some((used) => sameLabel(used, label));
}

function sameLabel(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}
