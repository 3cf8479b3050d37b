/** A learner's words on their way to becoming a turn. */
export type Message = {
  turnId: string;
  /** The turn it continues, whatever came after it; null: the branch that ends with `tipId` decides. */
  parentId: string | null;
  /** The turn that the page showed the conversation to end with. */
  tipId: string | null;
  text: string;
};
