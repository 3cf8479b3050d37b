import { useEffect, useState } from "react";

/**
 * When something was: the day, and once JavaScript runs as people say it ("today, 14:05", "3 days ago"), in their own
 * time zone. The server does not know that zone, so it writes the day in UTC, and the first render agrees with it.
 */
export function Moment({ at }: { at: string }) {
  const [here, setHere] = useState<{ said: string; exact: string } | null>(null);
  useEffect(() => {
    const date = new Date(at);
    setHere({ said: asSaid(date, new Date()), exact: exact.format(date) });
  }, [at]);
  return (
    <time dateTime={at} title={here?.exact}>
      {here?.said ?? dayInUtc.format(new Date(at))}
    </time>
  );
}

const locale = "en-GB";
const MS_PER_DAY = 86_400_000;
/** Up to so many days ago the distance says more than the date. */
const recentDays = 6;

const calendarDay = { day: "numeric", month: "long", year: "numeric" } as const;
const dayInUtc = new Intl.DateTimeFormat(locale, { ...calendarDay, timeZone: "UTC" });
const dayHere = new Intl.DateTimeFormat(locale, calendarDay);
const timeHere = new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit" });
const exact = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeStyle: "short" });
const daysAgo = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });

function asSaid(date: Date, now: Date): string {
  const days = Math.round((midnight(now) - midnight(date)) / MS_PER_DAY);
  if (days < 0 || days > recentDays) return dayHere.format(date);
  return days <= 1
    ? `${daysAgo.format(-days, "day")}, ${timeHere.format(date)}`
    : daysAgo.format(-days, "day");
}

function midnight(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}
