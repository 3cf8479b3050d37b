import { ButtonLink } from "#app/ui/button.tsx";
import { LandingExample } from "./landing-example.tsx";
import { landingWords } from "./landing-words.ts";
import { ScenarioGroups, type ScenarioSummary } from "./scenario-card.tsx";

/** The page a stranger sees first: what this is, how it works, what can be practised, who gets in, what stays private. */
export function Landing({ scenarios, scripted }: { scenarios: ScenarioSummary[]; scripted: boolean }) {
  const { title, lead, look, how, steps, entry, privacy } = landingWords;
  return (
    <>
      <section className="grid items-center gap-x-14 gap-y-10 lg:grid-cols-[minmax(0,4fr)_minmax(0,5fr)] lg:py-6">
        <div>
          <h1 className="font-script text-3xl font-semibold tracking-tight sm:text-4xl">{title}</h1>
          <p className="mt-5 max-w-[48ch] text-ink-soft">{lead}</p>
          <ButtonLink to="#scenarios" className="mt-7">
            {look}
          </ButtonLink>
        </div>
        <LandingExample />
      </section>

      <section aria-labelledby="how" className="mt-chapter border-t border-line pt-10">
        <h2 id="how" className="sr-only">
          {how}
        </h2>
        <ol className="grid gap-x-10 gap-y-8 md:grid-cols-3">
          <Step {...steps.learner} color="text-pen" />
          <Step {...steps.partner} color="text-ink" />
          <Step {...steps.coach} color="text-pencil" />
        </ol>
      </section>

      <section id="scenarios" aria-labelledby="scenarios-heading" className="mt-chapter scroll-mt-6">
        <h2 id="scenarios-heading" className="mb-6 font-script text-2xl font-semibold">
          {landingWords.scenarios}
        </h2>
        <ScenarioGroups scenarios={scenarios} />
      </section>

      <section className="mt-chapter grid gap-x-14 gap-y-8 border-t border-line pt-10 md:grid-cols-2">
        <Chapter {...entry} />
        <Chapter
          title={privacy.title}
          text={`${privacy.text} ${scripted ? privacy.scripted : privacy.model}`}
        />
      </section>
    </>
  );
}

/** Each in the colour of whoever acts in it, as in the room. */
function Step({ title, text, color }: { title: string; text: string; color: string }) {
  return (
    <li>
      <h3 className={`font-script text-lg font-semibold ${color}`}>{title}</h3>
      <p className="mt-1.5 text-ink-soft">{text}</p>
    </li>
  );
}

function Chapter({ title, text }: { title: string; text: string }) {
  return (
    <div>
      <h2 className="font-script text-xl font-semibold">{title}</h2>
      <p className="mt-2 max-w-[52ch] text-ink-soft">{text}</p>
    </div>
  );
}
