import type { Skill } from "#app/features/coaching/debrief/debrief.ts";
import { rubricOf } from "#app/features/coaching/debrief/rubric.ts";
import type { Framework } from "#app/features/coaching/frameworks.ts";
import { debriefWords, skillWords } from "./debrief-words.ts";

type SkillsListProps = { framework: Framework; skills: Skill[] };

/** Each move of the framework, how well it was made and by what that could be seen. */
export function SkillsList({ framework, skills }: SkillsListProps) {
  return (
    <section aria-labelledby="skills" className="space-y-3">
      <h3 id="skills" className="font-semibold text-pencil">
        {skillWords.title(framework.name)}
      </h3>
      <p className="text-sm text-ink-soft">{skillWords.about}</p>
      <ul className="border-b border-line text-sm">
        {rubricOf(framework.id).map(({ id, name, anchors }) => {
          const skill = skills.find(({ move }) => move === id);
          const level = skill?.level ?? "not-observed";
          return (
            <li
              key={id}
              className="grid break-inside-avoid gap-x-4 gap-y-1 border-t border-line py-2.5 sm:grid-cols-[9rem_minmax(0,1fr)]"
            >
              <span className="font-semibold">{name}</span>
              <div>
                <p>
                  <span className="font-semibold">{skillWords.levels[level]}</span>
                  {level === "not-observed" ? null : skillWords.seen(anchors[level])}
                </p>
                {skill?.evidence ? (
                  <p dir="auto">
                    <span className="font-script text-pen">{debriefWords.said(skill.evidence.quote)}</span>
                    <span className="text-ink-soft"> {debriefWords.turn(skill.evidence.ordinal)}</span>
                  </p>
                ) : null}
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
