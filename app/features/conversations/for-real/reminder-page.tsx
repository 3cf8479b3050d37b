import Download from "lucide-react/icons/download";
import { Form, Link } from "react-router";
import { SubmitButton } from "#app/ui/button.tsx";
import { PageSheet } from "#app/ui/page-sheet.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { reminderWords } from "./for-real-words.ts";
import type { Plan, ReadPlan } from "./real-conversation.ts";

type ReminderPageProps = {
  title: string;
  /** The conversation's own address. */
  room: string;
  plan: Plan | null;
  refused: Extract<ReadPlan, { ok: false }> | null;
};

/** When somebody wants to be asked whether they had it. Posts to this page: `day`, `time`. */
export function ReminderPage({ title, room, plan, refused }: ReminderPageProps) {
  const typed = refused?.typed ?? plan;
  const error = (field: "day" | "time") =>
    refused?.wrong.includes(field) ? reminderWords.wrong[field] : null;
  return (
    <PageSheet title={reminderWords.title}>
      <p>{reminderWords.about(title)}</p>
      <div role="alert">
        {refused === null ? null : (
          <p className="rounded-md bg-alarm-wash px-4 py-3 text-sm text-alarm">{reminderWords.refused}</p>
        )}
      </div>
      {plan === null ? null : (
        <section aria-label={reminderWords.file} className="space-y-1 border-y border-line py-4">
          <p className="font-semibold">{reminderWords.planned(plan)}</p>
          <p>
            <a
              href={`${room}/reminder.ics`}
              download
              className="inline-flex min-h-target items-center gap-2.5 font-semibold"
            >
              <Download aria-hidden="true" className="size-4 shrink-0" />
              {reminderWords.file}
            </a>
          </p>
          <p className="text-sm text-ink-soft">{reminderWords.fileAbout}</p>
        </section>
      )}
      <Form method="post" className="space-y-5">
        <div className="grid gap-5 sm:grid-cols-2">
          <TextField
            {...reminderWords.day}
            type="date"
            name="day"
            dir={undefined}
            defaultValue={typed?.day}
            error={error("day")}
          />
          <TextField
            {...reminderWords.time}
            type="time"
            name="time"
            dir={undefined}
            defaultValue={typed?.time ?? "18:00"}
            error={error("time")}
          />
        </div>
        <SubmitButton name="intent" value="plan">
          {plan === null ? reminderWords.save : reminderWords.change}
        </SubmitButton>
      </Form>
      <Form method="post">
        <SubmitButton kind="quiet" name="intent" value="had">
          {reminderWords.had}
        </SubmitButton>
      </Form>
      <p>
        <Link to={`${room}/debrief`} className="inline-flex min-h-target items-center text-sm font-semibold">
          {reminderWords.back}
        </Link>
      </p>
    </PageSheet>
  );
}
