type FactListProps = { facts: { term: string; text: string }[] };

/** What is so, row by row, ruled like a form: the term in front, and over the text where the page is narrow. */
export function FactList({ facts }: FactListProps) {
  return (
    <dl className="border-y border-line">
      {facts.map(({ term, text }) => (
        <div
          key={term}
          className="grid gap-x-4 border-line py-2.5 not-first:border-t sm:grid-cols-[10rem_minmax(0,1fr)]"
        >
          <dt className="text-sm text-ink-soft">{term}</dt>
          <dd dir="auto">{text}</dd>
        </div>
      ))}
    </dl>
  );
}
