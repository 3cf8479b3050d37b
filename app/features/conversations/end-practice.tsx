import Flag from "lucide-react/icons/flag";
import { Form } from "react-router";
import { Button } from "#app/ui/button.tsx";
import { HeaderPanel, headerButton } from "#app/ui/header-panel.tsx";

/** Ends the conversation at once and leads to its review, where the end can be taken back. Only before the first word it asks. */
export function EndPractice({ turns }: { turns: number }) {
  if (turns > 0) {
    return (
      <Form method="post">
        <input type="hidden" name="intent" value="end" />
        <button className={headerButton}>
          <Flag aria-hidden="true" className="size-4 shrink-0 max-sm:hidden" />
          <EndLabel />
        </button>
      </Form>
    );
  }
  return (
    <HeaderPanel label={<EndLabel />} name="End practice" icon={Flag} group="room">
      <Form method="post" className="space-y-4 text-sm">
        <input type="hidden" name="intent" value="end" />
        <h2 className="font-script text-lg font-semibold">End before a word was said?</h2>
        <p>If you only want a break, just leave: the conversation stays open and waits on the start page.</p>
        <Button>End it</Button>
      </Form>
    </HeaderPanel>
  );
}

function EndLabel() {
  return (
    <span>
      End<span className="max-sm:sr-only"> practice</span>
    </span>
  );
}
