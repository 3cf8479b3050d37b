import type { ReactNode } from "react";
import { findAHelpline, type HelpRegion, type HelpResource, helpResourceFor } from "./help-resources.ts";
import { helpWords } from "./help-words.ts";

/** Whom to call where the reader is, and the way to find a line anywhere else. */
export function HelpNumbers({ region }: { region: HelpRegion }) {
  const resource = helpResourceFor(region);
  return (
    <dl className="space-y-3">
      {resource === null ? (
        <Item term={helpWords.dangerAnywhere} />
      ) : (
        <>
          <Item term={helpWords.danger}>
            {resource.emergency.map((number) => (
              <Call key={number} number={number} />
            ))}
          </Item>
          <Line line={resource.line} />
        </>
      )}
      <Item term={helpWords.elsewhere}>
        <Site name={findAHelpline.name} address={findAHelpline.site} />
      </Item>
    </dl>
  );
}

function Line({ line }: { line: HelpResource["line"] }) {
  return (
    <Item term={helpWords.talk}>
      <Site name={line.name} address={line.site} />
      <Call number={line.number} />
      <span>{helpWords.open(line)}</span>
    </Item>
  );
}

function Item({ term, children }: { term: string; children?: ReactNode }) {
  return (
    <div>
      <dt className="font-semibold">{term}</dt>
      <dd className="flex flex-wrap items-center gap-x-5 gap-y-1">{children}</dd>
    </div>
  );
}

function Site({ name, address }: { name: string; address: string }) {
  return (
    <a href={address} className="inline-flex min-h-target items-center">
      {name}
    </a>
  );
}

function Call({ number }: { number: string }) {
  return (
    <a
      href={`tel:${number.replaceAll(" ", "")}`}
      className="inline-flex min-h-target items-center font-semibold whitespace-nowrap"
      dir="ltr"
    >
      {number}
    </a>
  );
}
