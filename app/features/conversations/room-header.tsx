import ArrowLeft from "lucide-react/icons/arrow-left";
import BookOpen from "lucide-react/icons/book-open";
import NotebookPen from "lucide-react/icons/notebook-pen";
import Settings from "lucide-react/icons/settings-2";
import type { ComponentProps } from "react";
import { Link } from "react-router";
import { headerButton, HeaderPanel } from "#app/ui/header-panel.tsx";
import { type Brief, ConversationBrief } from "./conversation-brief.tsx";
import { EndPractice } from "./end-practice.tsx";
import { headerWords, progressWords } from "./header-words.ts";
import { RoomSettings } from "./settings/room-settings.tsx";
import { settingsTitle } from "./settings/settings-words.ts";

type RoomHeaderProps = {
  conversationId: string;
  brief: Brief;
  /** Turns taken so far, and about how many people take. */
  turns: number;
  expectedTurns: number;
  ended: boolean;
  /** No API key: the offline partner answers, and the page says so. */
  scripted: boolean;
} & ComponentProps<typeof RoomSettings>;

/** Who, how far, and what there is to open: the brief, the settings and the end. */
export function RoomHeader(props: RoomHeaderProps) {
  const { conversationId, brief, turns, expectedTurns, ended, scripted, settings, coachMode, onPrefer } =
    props;
  return (
    <header className="no-print sticky top-0 z-20 border-b border-line bg-paper">
      <div
        className={`relative grid grid-cols-[auto_minmax(0,1fr)_auto_auto_auto] items-center gap-x-1 px-2 py-1.5 low:py-0 sm:gap-x-2 sm:px-4 ${ended ? "mx-auto max-w-[58rem]" : ""}`}
      >
        <Link
          to="/"
          className="inline-flex size-11 shrink-0 items-center justify-center rounded-md text-ink hover:bg-pen-wash hover:text-pen"
        >
          <ArrowLeft aria-hidden="true" className="along size-5" />
          <span className="sr-only">{headerWords.leave}</span>
        </Link>
        <div className="contents sm:block sm:min-w-0">
          {/* Where there is little room the name is kept whole; who that is stands in the brief. */}
          <h1
            className="font-script text-base leading-snug font-semibold wrap-anywhere max-sm:line-clamp-2 max-sm:leading-tight sm:truncate"
            dir="auto"
          >
            {brief.partner.name}
            <span className="font-sans text-sm font-normal text-ink-soft max-sm:sr-only">
              , {brief.partner.relationship}
            </span>
          </h1>
          <p className="flex flex-wrap gap-x-1 text-xs text-ink-soft max-sm:order-last max-sm:col-span-5 max-sm:px-2 sm:low:flex-nowrap">
            <span className="sm:low:whitespace-nowrap">
              {progressWords(turns, expectedTurns, ended)}
              <span aria-hidden="true"> · </span>
              <span className="whitespace-nowrap">{headerWords.nature}</span>
            </span>
            {scripted ? (
              <span className="inline-block rounded-sm border border-line px-1.5 sm:low:whitespace-nowrap">
                {headerWords.scripted}
                <span className="sm:low:sr-only">{headerWords.why}</span>
              </span>
            ) : null}
          </p>
        </div>
        <HeaderPanel label={headerWords.brief} name={headerWords.brief} icon={BookOpen} group="room">
          <ConversationBrief brief={brief} />
        </HeaderPanel>
        {ended ? (
          <Link to={`/conversation/${conversationId}/debrief`} className={headerButton}>
            <NotebookPen aria-hidden="true" className="size-4 shrink-0 small:hidden" />
            {headerWords.review}
          </Link>
        ) : (
          <>
            <HeaderPanel label={<SettingsLabel />} name={settingsTitle} icon={Settings} group="room">
              <RoomSettings settings={settings} coachMode={coachMode} onPrefer={onPrefer} />
            </HeaderPanel>
            <EndPractice turns={turns} />
          </>
        )}
      </div>
    </header>
  );
}

/** A small screen has room for the icon only. */
function SettingsLabel() {
  return (
    <>
      <Settings aria-hidden="true" className="hidden size-5 small:block" />
      <span className="small:sr-only">{settingsTitle}</span>
    </>
  );
}
