import { type ReactNode, useId } from "react";
import { Link } from "react-router";
import { rubricOf } from "#app/features/coaching/debrief/rubric.ts";
import { Moment } from "#app/ui/moment.tsx";
import type { Observation, Progress, SkillTrend } from "./progress.ts";
import { progressWords } from "./progress-words.ts";
import { TrendLine } from "./trend-line.tsx";

/** Per move over the attempts, and attempt beside attempt of the same scenario. */
export function ProgressView({ progress }: { progress: Progress }) {
  const { skills, repeated, attempts } = progress;
  return (
    <>
      <p className="text-sm text-ink-soft">{progressWords.about}</p>
      {skills.length > 0 ? null : (
        <p>
          {attempts.assisted + attempts.unassisted === 0 ? progressWords.none : progressWords.some(attempts)}
        </p>
      )}
      {[...Map.groupBy(skills, ({ framework }) => framework)].map(([framework, trends]) => (
        <Trends key={framework} framework={framework} trends={trends} />
      ))}
      {repeated.map((one) => (
        <SideBySide key={one.slug} repeated={one} />
      ))}
    </>
  );
}

function Trends({ framework, trends }: { framework: string; trends: SkillTrend[] }) {
  return (
    <WideTable caption={framework}>
      <thead>
        <tr className="text-ink-soft">
          <th className="py-1 pe-3 text-start font-normal">{progressWords.move}</th>
          <th className="py-1 pe-3 text-start font-normal">{progressWords.assisted}</th>
          <th className="py-1 text-start font-normal">{progressWords.unassisted}</th>
        </tr>
      </thead>
      <tbody>
        {trends.map(({ move, name, assisted, unassisted, seen }) => (
          <tr key={move} className="border-t border-line align-top">
            <th className="py-2.5 pe-3 text-start font-semibold">{name}</th>
            <td className="py-2.5 pe-3">
              <Trend observations={assisted} seen={seen.assisted} />
            </td>
            <td className="py-2.5">
              <Trend observations={unassisted} seen={seen.unassisted} />
            </td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  );
}

/** As wide as it needs: on a phone it is moved sideways under its title, and a keyboard reaches it. */
function WideTable({ caption, children }: { caption: string; children: ReactNode }) {
  const id = useId();
  return (
    <div>
      <h3 id={id} className="py-2 font-semibold">
        {caption}
      </h3>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- What scrolls must be reachable without a pointer. */}
      <div className="overflow-x-auto" role="region" aria-labelledby={id} tabIndex={0}>
        <table className="w-full text-sm" aria-labelledby={id}>
          {children}
        </table>
      </div>
    </div>
  );
}

function Trend({ observations, seen }: { observations: Observation[]; seen: number }) {
  if (observations.length === 0) return <span className="text-ink-soft">{progressWords.tooFew(seen)}</span>;
  return (
    <>
      <TrendLine observations={observations} />
      <span aria-hidden="true" className="block text-ink-soft">
        {progressWords.line(observations)}
      </span>
    </>
  );
}

function SideBySide({
  repeated: { title, framework, first, attempts },
}: {
  repeated: Progress["repeated"][number];
}) {
  return (
    <WideTable caption={progressWords.sideBySide(title)}>
      <thead>
        <tr className="align-bottom text-ink-soft">
          <th className="py-1 pe-4 text-start font-normal">{progressWords.move}</th>
          {attempts.map(({ conversationId, at, assisted }, index) => (
            <th key={at} className="py-1 pe-4 text-start font-normal">
              <Link
                to={`/conversation/${conversationId}/debrief`}
                className="inline-flex min-h-target items-center"
              >
                {progressWords.attempt(first + index)}
              </Link>
              <span className="block">
                <Moment at={at} />
              </span>
              <span className="block">{assisted ? progressWords.assisted : progressWords.unassisted}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rubricOf(framework).map(({ id, name }) => (
          <tr key={id} className="border-t border-line">
            <th className="py-2 pe-4 text-start font-semibold">{name}</th>
            {attempts.map(({ at, levels }) => (
              <td key={at} className="py-2 pe-4">
                {progressWords.level(levels[id] ?? "not-observed")}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </WideTable>
  );
}
