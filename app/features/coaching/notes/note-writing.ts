import type { Turn } from "#app/features/conversations/conversation.ts";
import type { ScenarioContent } from "#app/features/scenarios/scenario.ts";

/** One note in its shape: Label — effect with the quotation in it. Next move. */
export function note(
  content: ScenarioContent,
  path: Turn[],
  label: string,
  effect: string,
  next = "",
): string {
  const quote = `“${path.at(-1)?.moves?.phrase ?? ""}”`;
  const text = `${fill(label, content)} — ${fill(effect, content).replaceAll("{quote}", quote)}`;
  return next === "" ? text : `${text} ${fill(next, content)}`;
}

export function fill(text: string, content: ScenarioContent): string {
  const { object, possessive } = content.persona.pronouns;
  const name = firstName(content);
  return text
    .replaceAll("{name}", name)
    .replaceAll("{object}", object)
    .replaceAll("{possessive}", possessive);
}

/** What the coach calls the partner: the first name, or the whole when it begins with a title. */
export function firstName({ persona }: ScenarioContent): string {
  const [first = persona.name] = persona.name.split(" ");
  return /^(?:Mr|Mrs|Ms|Dr|Prof)\.?$/u.test(first) ? persona.name : first;
}

/**
 * What the coach has not said yet on this branch first, beginning at another place each turn, so that the same kind of
 * turn is not answered in the same words.
 */
export function freshFirst(phrases: string[], path: Turn[], content: ScenarioContent): string[] {
  const notes = path.slice(0, -1).map(({ coach }) => coach.text);
  const times = (phrase: string) => {
    const parts = fill(phrase, content)
      .split("{quote}")
      .map((part) => part.trim())
      .filter((part) => part.length > 2);
    return notes.filter((text) => parts.every((part) => text.includes(part))).length;
  };
  return phrases
    .map((phrase, at) => ({ phrase, at, times: times(phrase) }))
    .sort((a, b) => a.times - b.times || a.at - b.at)
    .map(({ phrase }) => phrase);
}
