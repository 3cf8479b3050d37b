import { TryAgain } from "#app/features/conversations/branches/try-again.tsx";
import type { ReactNode } from "react";
import { Link } from "react-router";
import type { Debrief, Quoted } from "#app/features/coaching/debrief/debrief.ts";
import type { DebriefOnPage } from "./debrief-on-page.ts";
import { debriefWords } from "./debrief-words.ts";

type FindingsProps = { debrief: DebriefOnPage; read: Debrief; isOpen: boolean };

/** Two strengths, the pivotal turn, what to change, a plan: in this order, each as soon as it is there. */
export function Findings({ debrief, read, isOpen }: FindingsProps) {
  const room = `/conversation/${debrief.conversationId}`;
  const { strengths, changes, plan } = read;
  return (
    <div className="space-y-7">
      {strengths.length > 0 || !isOpen ? (
        <Part title={debriefWords.strengths}>
          {strengths.length === 0 ? <p>{debriefWords.noStrengths}</p> : null}
          {strengths.map(({ why, ...quoted }) => (
            <div key={quoted.quote} className="break-inside-avoid">
              <Quotation quoted={quoted} room={room} />
              <p dir="auto">{why}</p>
            </div>
          ))}
        </Part>
      ) : null}
      {read.moment || !isOpen ? <Moment debrief={debrief} read={read} room={room} /> : null}
      {changes.length > 0 ? (
        <Part title={debriefWords.changes}>
          {changes.map(({ quoted, why, instead }) => (
            <div key={why} className="break-inside-avoid">
              {quoted ? <Quotation quoted={quoted} room={room} /> : null}
              <p dir="auto">{why}</p>
              <Instead words={instead} />
            </div>
          ))}
        </Part>
      ) : null}
      {plan === null ? null : (
        <Part title={debriefWords.plan}>
          <p className="border-s-2 border-pen ps-4 font-script text-lg" dir="auto">
            {plan}
          </p>
        </Part>
      )}
    </div>
  );
}

function Moment({ debrief, read, room }: { debrief: DebriefOnPage; read: Debrief; room: string }) {
  const { pivotal, said, partnerName } = debrief;
  const message = said.find(({ turnId }) => turnId === pivotal?.turnId);
  return (
    <Part title={debriefWords.moment}>
      {pivotal && message ? (
        <div className="break-inside-avoid space-y-2">
          <p className="text-sm text-ink-soft">{debriefWords[pivotal.direction](partnerName)}</p>
          <Quotation quoted={{ quote: message.text, ordinal: message.ordinal }} room={room} />
          {read.moment ? <p dir="auto">{read.moment.what}</p> : null}
          {read.moment?.instead ? <Instead words={read.moment.instead} /> : null}
          <TryAgain
            turn={{ id: pivotal.turnId, ordinal: pivotal.ordinal }}
            room={room}
            label={debriefWords.tryAgain}
          />
        </div>
      ) : (
        <p>{debriefWords.noMoment(partnerName)}</p>
      )}
    </Part>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="space-y-4">
      <h3 className="font-semibold text-pencil">{title}</h3>
      {children}
    </section>
  );
}

/** The learner's own words; the turn's number leads to where they were said. */
function Quotation({ quoted: { quote, ordinal }, room }: { quoted: Quoted; room: string }) {
  return (
    <figure>
      <blockquote className="spoken line-clamp-4 font-script text-pen print:line-clamp-none" dir="auto">
        {debriefWords.said(quote)}
      </blockquote>
      <figcaption className="text-sm">
        <Link to={`${room}#turn-${ordinal}`} className="inline-flex min-h-target items-center text-pen">
          {debriefWords.turn(ordinal)}
        </Link>
      </figcaption>
    </figure>
  );
}

function Instead({ words }: { words: string }) {
  return (
    <p className="mt-2 border-s-2 border-pencil ps-4">
      <span className="block text-sm text-ink-soft">{debriefWords.instead}</span>
      <span className="font-script" dir="auto">
        {words}
      </span>
    </p>
  );
}
