/**
 * Where a viewer stands: per lane the attempt, how much of its text was received (UTF-16 units, as JavaScript counts) and
 * whether its end was. Any instance can go on from it with nothing but the stored text.
 */
export type Cursor = { partner: LanePosition; coach: LanePosition };
export type LanePosition = { attempt: number; offset: number; done: boolean };

export const start: Cursor = {
  partner: { attempt: 0, offset: 0, done: false },
  coach: { attempt: 0, offset: 0, done: false },
};

/** `1.120-1.45d`: partner first, `d` once the lane's end was told. */
export function writeCursor(cursor: Cursor): string {
  return `${writePosition(cursor.partner)}-${writePosition(cursor.coach)}`;
}

/** Null for anything that `writeCursor` never wrote. */
export function readCursor(text: string): Cursor | null {
  const match = /^(\d{1,4})\.(\d{1,7})(d?)-(\d{1,4})\.(\d{1,7})(d?)$/.exec(text);
  if (!match) return null;
  return {
    partner: { attempt: Number(match[1]), offset: Number(match[2]), done: match[3] === "d" },
    coach: { attempt: Number(match[4]), offset: Number(match[5]), done: match[6] === "d" },
  };
}

function writePosition(position: LanePosition): string {
  return `${position.attempt}.${position.offset}${position.done ? "d" : ""}`;
}
