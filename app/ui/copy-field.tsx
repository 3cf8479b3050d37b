import Check from "lucide-react/icons/check";
import Copy from "lucide-react/icons/copy";
import { useId } from "react";
import { Button } from "./button.tsx";
import { copyWords } from "./ui-words.ts";
import { useCopy } from "./use-copy.ts";

/** A text to be taken along whole: pressed into, it is selected, so that it can be copied without JavaScript too. */
export function CopyField({ label, text }: { label: string; text: string }) {
  const id = useId();
  const { outcome, copy } = useCopy(text);
  const Icon = outcome === "copied" ? Check : Copy;
  return (
    <div>
      <label htmlFor={id} className="block font-semibold">
        {label}
      </label>
      <div className="mt-1.5 flex flex-wrap gap-2">
        <input
          id={id}
          readOnly
          value={text}
          dir="ltr"
          spellCheck={false}
          onFocus={(event) => event.currentTarget.select()}
          className="min-h-target min-w-0 flex-1 basis-64 rounded-md border border-control bg-sheet px-3.5 py-2 font-mono text-sm"
        />
        <Button type="button" kind="quiet" className="needs-script" onClick={() => void copy()}>
          <Icon aria-hidden="true" className="size-4" />
          {copyWords.copy}
        </Button>
      </div>
      <p role="status" className="min-h-6 text-sm text-ink-soft">
        {outcome === null ? null : copyWords[outcome]}
      </p>
    </div>
  );
}
