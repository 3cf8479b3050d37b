export type CalendarEntry = {
  /** The same for every version of the entry, and nobody else's. */
  id: string;
  title: string;
  goal: string | null;
  /** "2026-12-01" and "15:30", as the clock on their own wall says it. */
  day: string;
  time: string;
  /** How often it was changed: a calendar takes the file with the higher one. */
  revision: number;
  changedAt: Date;
  /** Where it is answered. */
  url: string;
};

/**
 * A calendar file with one entry, "did you have it?", and an alarm at its time. The time is floating (RFC 5545, 3.3.5, form
 * 1): it means the same on the clock of whatever place its owner is in, and no zone has to be guessed. Nothing of a
 * conversation is in it but the scenario's title and what the learner was after.
 */
export function calendarFile({
  id,
  title,
  goal,
  day,
  time,
  revision,
  changedAt,
  url,
}: CalendarEntry): string {
  const summary = words.summary(title);
  const start = `${day.replaceAll("-", "")}T${time.slice(0, 5).replace(":", "")}00`;
  return [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Conversation Coach//Reminder//EN",
    "CALSCALE:GREGORIAN",
    "BEGIN:VEVENT",
    `UID:${id}@conversation-coach`,
    `DTSTAMP:${utc(changedAt)}`,
    `LAST-MODIFIED:${utc(changedAt)}`,
    `SEQUENCE:${revision}`,
    `DTSTART:${start}`,
    "DURATION:PT15M",
    `SUMMARY:${escaped(summary)}`,
    `DESCRIPTION:${escaped(words.description(goal, url))}`,
    `URL:${url}`,
    "CLASS:PRIVATE",
    "TRANSP:TRANSPARENT",
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    "TRIGGER:PT0S",
    `DESCRIPTION:${escaped(summary)}`,
    "END:VALARM",
    "END:VEVENT",
    "END:VCALENDAR",
  ]
    .map((line) => `${folded(line)}\r\n`)
    .join("");
}

const words = {
  summary: (title: string) => `Did you have it? ${title}`,
  description: (goal: string | null, url: string) =>
    [...(goal === null ? [] : [`You were after: ${goal}`]), `Tell yourself how it went: ${url}`].join("\n"),
};

function utc(at: Date): string {
  return `${at.toISOString().slice(0, 19).replaceAll(/[-:]/gu, "")}Z`;
}

/** RFC 5545, 3.3.11: a text value. Control characters have no place in one. */
function escaped(text: string): string {
  return text
    .replaceAll(/\r\n?/gu, "\n")
    .replaceAll(/[^\P{Cc}\n]/gu, " ")
    .replaceAll(/[\\;,]/gu, (sign) => `\\${sign}`)
    .replaceAll("\n", "\\n");
}

const lineOctets = 75;

/** RFC 5545, 3.1: no line has more than 75 octets; what is longer goes on after a space, never in the middle of a character. */
function folded(line: string): string {
  let octets = 0;
  let result = "";
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > lineOctets) {
      result += "\r\n ";
      octets = 1;
    }
    result += character;
    octets += size;
  }
  return result;
}
