/** A learner's words on their way to becoming a turn. */
export type Message = { turnId: string; parentId: string | null; text: string };
