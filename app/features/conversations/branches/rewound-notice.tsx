import { Form } from "react-router";
import { Button } from "#app/ui/button.tsx";
import type { Parting } from "./branch.ts";
import { branchName, rewoundWords } from "./branch-words.ts";

/** Over the box, after going back: what was said before is kept, and the way back to it. */
export function RewoundNotice({ rewound }: { rewound: Parting }) {
  return (
    <section
      aria-labelledby="rewound"
      className="no-print flex flex-wrap items-center justify-between gap-x-6 gap-y-1 border-b border-line px-4 py-2 text-sm sm:px-8"
    >
      <p id="rewound">{rewoundWords.told(rewound.ordinal)}</p>
      <Form method="post">
        <input type="hidden" name="intent" value="show-branch" />
        <input type="hidden" name="turnId" value={rewound.turnId} />
        <Button kind="quiet">
          {rewoundWords.back}
          <span className="sr-only">{rewoundWords.which(branchName(rewound))}</span>
        </Button>
      </Form>
    </section>
  );
}
