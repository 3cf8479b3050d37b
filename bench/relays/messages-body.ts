/** The same request to the model for both lanes, in every relay. */
export function messagesBody(words: string) {
  return {
    model: "claude-bench",
    max_tokens: 300,
    messages: [{ role: "user" as const, content: words }],
  };
}

export const lanes = ["partner", "coach"] as const;
