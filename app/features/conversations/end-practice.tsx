import Flag from "lucide-react/icons/flag";
import { Form } from "react-router";
import { SubmitButton } from "#app/ui/button.tsx";
import { headerButton, HeaderPanel } from "#app/ui/header-panel.tsx";
import { endWords } from "./header-words.ts";

/** Ends the conversation at once and leads to its review, where the end can be taken back. Only before the first word it asks. */
export function EndPractice({ turns }: { turns: number }) {
  if (turns > 0) {
    return (
      <Form method="post">
        <input type="hidden" name="intent" value="end" />
        <button className={headerButton}>
          <Flag aria-hidden="true" className="size-4 shrink-0 small:hidden" />
          <EndLabel />
        </button>
      </Form>
    );
  }
  return (
    <HeaderPanel label={<EndLabel />} name={endWords.long} icon={Flag} group="room">
      <Form method="post" className="space-y-4 text-sm">
        <input type="hidden" name="intent" value="end" />
        <h2 className="font-script text-lg font-semibold">{endWords.early}</h2>
        <p>{endWords.pause}</p>
        <SubmitButton>{endWords.confirm}</SubmitButton>
      </Form>
    </HeaderPanel>
  );
}

function EndLabel() {
  return (
    <>
      <span aria-hidden="true" className="hidden small:inline">
        {endWords.short}
      </span>
      <span className="small:sr-only">{endWords.long}</span>
    </>
  );
}
