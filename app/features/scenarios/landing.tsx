import { ButtonLink } from "#app/ui/button.tsx";
import { LandingExample } from "./landing-example.tsx";
import { ScenarioGroups, type ScenarioSummary } from "./scenario-card.tsx";

/** The page a stranger sees first: what this is, how it works, what can be practised, who gets in, what stays private. */
export function Landing({ scenarios }: { scenarios: ScenarioSummary[] }) {
  return (
    <>
      <section className="grid items-center gap-x-14 gap-y-10 pb-4 lg:grid-cols-[minmax(0,5fr)_minmax(0,6fr)] lg:py-6">
        <div>
          <h1 className="font-script text-3xl font-semibold tracking-tight sm:text-4xl">
            Practise the conversation you keep putting off
          </h1>
          <p className="mt-5 max-w-[48ch] text-base text-ink-soft">
            An AI partner plays the other person and does not give in because you asked nicely. A coach beside
            you notes in the margin what your words did, and one thing to try next.
          </p>
          <ButtonLink to="#scenarios" className="mt-7">
            See what you can practise
          </ButtonLink>
        </div>
        <LandingExample />
      </section>

      <section aria-labelledby="how" className="mt-12 border-t border-line pt-10">
        <h2 id="how" className="sr-only">
          How it works
        </h2>
        <ol className="grid gap-x-10 gap-y-8 md:grid-cols-3">
          {steps.map((step) => (
            <li key={step.title}>
              <h3 className={`font-script text-lg font-semibold ${step.color}`}>{step.title}</h3>
              <p className="mt-1.5 text-ink-soft">{step.text}</p>
            </li>
          ))}
        </ol>
      </section>

      <section id="scenarios" aria-labelledby="scenarios-heading" className="mt-16 scroll-mt-6">
        <h2 id="scenarios-heading" className="mb-6 font-script text-2xl font-semibold">
          What would you like to rehearse?
        </h2>
        <ScenarioGroups scenarios={scenarios} />
      </section>

      <section className="mt-16 grid gap-x-14 gap-y-8 border-t border-line pt-10 md:grid-cols-2">
        <div>
          <h2 className="font-script text-xl font-semibold">How you get in</h2>
          <p className="mt-2 max-w-[52ch] text-ink-soft">
            Entry is by invitation for now. Someone sends you a link; you open it and practise, without an
            account. Until then, read any scenario above.
          </p>
        </div>
        <div>
          <h2 className="font-script text-xl font-semibold">What stays private</h2>
          <p className="mt-2 max-w-[52ch] text-ink-soft">
            Your conversations are yours: whoever invited you sees how much practice was used, not what was
            said. To answer you, your words go to the language model this site runs on, and to nobody else.
          </p>
        </div>
      </section>
    </>
  );
}

const steps = [
  {
    title: "You say it in your words",
    text: "Pick a situation, read the brief, and write what you would really say. Take your time; nobody is waiting.",
    color: "text-pen",
  },
  {
    title: "The partner answers as themselves",
    text: "They have reasons, a history with you and things they do not tell at once. They move when you give them cause to.",
    color: "text-ink",
  },
  {
    title: "The coach pencils one note",
    text: "It quotes your own line, says what it did to the other person, and names one move. Never a lecture, never a flatterer.",
    color: "text-pencil",
  },
];
