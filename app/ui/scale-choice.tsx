import { scaleWords } from "./ui-words.ts";

type ScaleChoiceProps = {
  name: string;
  legend: string;
  /** What its two ends mean. */
  least: string;
  most: string;
  chosen: number | null;
};

const scale = Array.from({ length: 11 }, (_, value) => value);

/** A number from 0 to 10, as radios: one press, in two rows where there is no room for one. */
export function ScaleChoice({ name, legend, least, most, chosen }: ScaleChoiceProps) {
  return (
    <fieldset className="min-w-0">
      <legend className="mb-2 font-semibold">{legend}</legend>
      <div className="grid grid-cols-[repeat(auto-fill,minmax(2.75rem,1fr))] gap-1">
        {scale.map((value) => (
          <label
            key={value}
            className="relative flex min-h-11 items-center justify-center rounded-md border border-line bg-sheet text-sm tabular-nums transition-colors hover:border-control has-checked:border-pen has-checked:bg-pen-wash has-checked:font-semibold has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-pen"
          >
            <input
              type="radio"
              name={name}
              value={value}
              defaultChecked={value === chosen}
              className="peer absolute inset-0 m-0 size-full cursor-pointer opacity-0 outline-none"
            />
            <span className="peer-checked:underline peer-checked:underline-offset-4">
              {value}
              {value === 0 ? <span className="sr-only">{scaleWords.aloud(least)}</span> : null}
              {value === 10 ? <span className="sr-only">{scaleWords.aloud(most)}</span> : null}
            </span>
          </label>
        ))}
      </div>
      <p aria-hidden="true" className="mt-1 flex flex-wrap gap-x-4 text-xs text-ink-soft">
        <span>{scaleWords.end(0, least)}</span>
        <span>{scaleWords.end(10, most)}</span>
      </p>
    </fieldset>
  );
}
