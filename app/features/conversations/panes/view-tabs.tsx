import type { ReactNode } from "react";
import { Link } from "react-router";
import { paneWords } from "./pane-words.ts";
import type { PaneName } from "./room-panes.tsx";

/** On a narrow page: which of the two panes to show. Links, so that it works without JavaScript. */
export function ViewTabs({ view, unread }: { view: PaneName; unread: number }) {
  return (
    <nav aria-label={paneWords.views} className="view-tabs">
      <Tab to="conversation" isShown={view === "conversation"}>
        {paneWords.conversation}
      </Tab>
      <Tab to="coach" isShown={view === "coach"}>
        {paneWords.coach}
        {unread > 0 ? (
          <span className="unread-count">
            <span aria-hidden="true">{unread}</span>
            <span className="sr-only"> {paneWords.unread(unread)}</span>
          </span>
        ) : null}
      </Tab>
    </nav>
  );
}

function Tab({ to, isShown, children }: { to: PaneName; isShown: boolean; children: ReactNode }) {
  return (
    <Link
      to={{ search: to === "coach" ? "?view=coach" : "" }}
      replace
      preventScrollReset
      aria-current={isShown ? "page" : undefined}
      className="view-tab"
    >
      {children}
    </Link>
  );
}
