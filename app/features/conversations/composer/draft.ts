/** What somebody has written and not yet seen taken: what stands in the box, and a message that nobody has acknowledged. */
export type Draft = { text: string; unsent: { turnId: string; text: string } | null };

const none: Draft = { text: "", unsent: null };

/**
 * Drafts are kept in localStorage, since a phone closes tabs by itself and a sessionStorage would go with them. They are
 * the learner's unsent words only, never the transcript; signing out clears them (`Clear-Site-Data`), and so does sending.
 */
export function keepDraft(conversationId: string, { text, unsent }: Draft): void {
  try {
    if (text === "" && unsent === null) {
      localStorage.removeItem(keyOf(conversationId));
    } else {
      const message = unsent && { turnId: unsent.turnId, text: unsent.text };
      localStorage.setItem(keyOf(conversationId), JSON.stringify({ text, unsent: message }));
    }
  } catch {
    // A browser that keeps nothing, or nothing more: the words still stand in the box.
  }
}

export function keptDraft(conversationId: string): Draft {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(conversationId)) ?? "null");
    return isDraft(kept) ? kept : none;
  } catch {
    return none;
  }
}

export function dropDraft(conversationId: string): void {
  keepDraft(conversationId, none);
}

function keyOf(conversationId: string): string {
  return `draft:${conversationId}`;
}

/** An older version of this page may have written something else. */
function isDraft(kept: unknown): kept is Draft {
  const { text, unsent } = (kept ?? {}) as Partial<Draft>;
  return (
    typeof text === "string" &&
    (unsent === null || (typeof unsent?.turnId === "string" && typeof unsent.text === "string"))
  );
}
