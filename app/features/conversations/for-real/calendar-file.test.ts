import { expect, test } from "vitest";
import { calendarFile } from "./calendar-file.ts";

const entry = {
  id: "0199-a",
  title: "The promised raise",
  goal: "A number and a date",
  day: "2026-12-01",
  time: "15:30:00",
  revision: 2,
  changedAt: new Date("2026-11-26T03:04:05.678Z"),
  url: "https://coach.example/account/real-conversations#real-0199-a",
};

test("a file a calendar takes: one entry with its alarm, at a floating time, stamped in UTC", () => {
  expect(calendarFile(entry).split("\r\n")).toEqual([
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Conversation Coach//Reminder//EN",
    "CALSCALE:GREGORIAN",
    "BEGIN:VEVENT",
    "UID:0199-a@conversation-coach",
    "DTSTAMP:20261126T030405Z",
    "LAST-MODIFIED:20261126T030405Z",
    "SEQUENCE:2",
    "DTSTART:20261201T153000",
    "DURATION:PT15M",
    "SUMMARY:Did you have it? The promised raise",
    "DESCRIPTION:You were after: A number and a date\\nTell yourself how it went:",
    "  https://coach.example/account/real-conversations#real-0199-a",
    "URL:https://coach.example/account/real-conversations#real-0199-a",
    "CLASS:PRIVATE",
    "TRANSP:TRANSPARENT",
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    "TRIGGER:PT0S",
    "DESCRIPTION:Did you have it? The promised raise",
    "END:VALARM",
    "END:VEVENT",
    "END:VCALENDAR",
    "",
  ]);
});

test("what somebody wrote can neither end a value nor begin a line of its own", () => {
  const file = calendarFile({ ...entry, title: "a;b,c\\d\r\nBEGIN:VEVENT\u0007", goal: "one\ntwo" });
  expect(unfolded(file)).toContain("SUMMARY:Did you have it? a\\;b\\,c\\\\d\\nBEGIN:VEVENT ");
  expect(unfolded(file)).toContain("DESCRIPTION:You were after: one\\ntwo\\nTell");
  expect(file.match(/^BEGIN:VEVENT/gmu)).toHaveLength(1);
});

test("no line is longer than 75 octets, no character is cut, and joined it is the same again", () => {
  const title = "Über das Geld \u{1F642}é".repeat(12);
  const file = calendarFile({ ...entry, title, goal: null });
  for (const line of file.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  expect(file).toBe(file.toWellFormed());
  expect(unfolded(file)).toContain(`SUMMARY:Did you have it? ${title}\r\n`);
  expect(file).not.toContain("You were after");
});

function unfolded(file: string): string {
  return file.replaceAll("\r\n ", "");
}
