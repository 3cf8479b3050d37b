import { levels } from "#app/features/coaching/debrief/debrief.ts";
import type { Observation } from "./progress.ts";
import { progressWords } from "./progress-words.ts";

const height = 40;
const width = 160;
const margin = 6;
/** "Begun" to "done well"; what was not observed is no observation. */
const steps = levels.length - 2;

/** One move over time as a small line, drawn by the server; its words stand in the table beside it. */
export function TrendLine({ observations }: { observations: Observation[] }) {
  const points = observations.map(({ level }, at) => ({
    x: margin + (at * (width - 2 * margin)) / Math.max(1, observations.length - 1),
    y: height - margin - ((levels.indexOf(level) - 1) * (height - 2 * margin)) / steps,
  }));
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      className="h-10 w-40 max-w-full text-pen"
      role="img"
      aria-label={progressWords.line(observations)}
    >
      {Array.from({ length: steps + 1 }, (_, step) => {
        const y = margin + (step * (height - 2 * margin)) / steps;
        return <line key={step} x1="0" x2={width} y1={y} y2={y} className="stroke-line" />;
      })}
      <polyline
        points={points.map(({ x, y }) => `${x},${y}`).join(" ")}
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
      />
      {points.map(({ x, y }) => (
        <circle key={x} cx={x} cy={y} r="3.5" fill="currentColor" />
      ))}
    </svg>
  );
}
