import type { ScreenReason } from "#app/features/scenarios/writing/faults.ts";

/** Said at the field, kindly: most who meet this meant no harm, and what they typed is still there. */
export function screenWords(reason: ScreenReason, found: string): string {
  return `${why[reason]} It is about “${found}”. Nothing you wrote is lost.`;
}

const why: Record<ScreenReason, string> = {
  minors:
    "Here you can only practise with adults: the other person has to be 18 or older. You can speak about a child, with somebody who is grown up.",
  sexual:
    "Nothing sexual can be practised here. A talk about limits, a complaint or coming out can: say it without the details.",
  identifying:
    "This could tell who a real person is. A first name is enough, best an invented one; leave out family names, addresses, numbers and accounts.",
  coercion:
    "Here you can practise asking, refusing and setting limits, but not frightening, deceiving or forcing somebody. Say what you would like them to agree to of their own accord.",
};
