import Check from "lucide-react/icons/check";
import Copy from "lucide-react/icons/copy";
import { copyWords } from "./ui-words.ts";
import { useCopy } from "./use-copy.ts";

type CopyButtonProps = {
  text: string;
  /** What is copied, for those who do not see where the button stands: "Copy Ruth's reply". */
  name: string;
};

/** Puts a text on the clipboard, and says that it is there. Needs JavaScript, and is not there without it. */
export function CopyButton({ text, name }: CopyButtonProps) {
  const { outcome, copy } = useCopy(text);
  const Icon = outcome === "copied" ? Check : Copy;
  return (
    <span className="copy needs-script no-print" data-told={outcome ?? undefined}>
      <button type="button" className="copy-button" onClick={() => void copy()}>
        <Icon aria-hidden="true" className="size-4 shrink-0" />
        <span className="sr-only">{name}</span>
      </button>
      {/* It stands there before it has anything to say. */}
      <span role="status" className="text-xs text-ink-soft">
        {outcome === null ? null : copyWords[outcome]}
      </span>
    </span>
  );
}
