import { useEffect } from "react";
import { Button } from "#app/ui/button.tsx";
import { closeWord, shortcutsTitle, shortcutWords } from "./keyboard-words.ts";
import { goRound, goTo } from "./places.ts";

const listId = "shortcuts";

/** Opens the list that stands in the room; closed, it gives the focus back. */
export function openShortcutList(): void {
  const list = document.getElementById(listId);
  if (list instanceof HTMLDialogElement) list.showModal();
}

/** The keys that work anywhere in the room, and the list of them. `single`: also the one that is a key alone. */
export function Shortcuts({ single }: { single: boolean }) {
  useShortcuts(single);
  return (
    <dialog
      id={listId}
      aria-labelledby="shortcuts-title"
      className="m-auto max-h-[85dvh] w-[min(34rem,calc(100vw-2rem))] rounded-lg border border-line bg-sheet p-5 text-ink shadow-panel backdrop:bg-paper/70 sm:p-6"
    >
      <h2 id="shortcuts-title" className="font-script text-lg font-semibold">
        {shortcutsTitle}
      </h2>
      <dl className="mt-4 space-y-3 text-sm">
        {shortcutWords(single).map(({ keys, does }) => (
          <div key={does} className="grid gap-x-4 sm:grid-cols-[12rem_minmax(0,1fr)]">
            <dt className="flex flex-wrap gap-x-3">
              {keys.map((together) => (
                <span key={together.join()}>
                  {together.map((key) => (
                    <kbd key={key} className="me-1 rounded-sm border border-control px-1.5 font-sans text-xs">
                      {key}
                    </kbd>
                  ))}
                </span>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <form method="dialog" className="mt-6">
        <Button kind="quiet">{closeWord}</Button>
      </form>
    </dialog>
  );
}

function useShortcuts(single: boolean): void {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.defaultPrevented || event.isComposing || document.querySelector("dialog[open]")) return;
      const act = actOf(event, single);
      if (!act) return;
      event.preventDefault();
      act();
    }
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [single]);
}

function actOf(event: KeyboardEvent, single: boolean): (() => void) | null {
  const { key, shiftKey, ctrlKey, metaKey, altKey } = event;
  if (altKey) return null;
  const chord = ctrlKey || metaKey;
  if (chord && key === "/") return () => goTo("text");
  if (ctrlKey && key === "ArrowDown") return () => goRound(1);
  if (ctrlKey && key === "ArrowUp") return () => goRound(-1);
  if (chord) return null;
  if (key === "F6") return () => goRound(shiftKey ? -1 : 1);
  return single && key === "?" && !isWriting(event.target) ? openShortcutList : null;
}

/** There a "?" is a letter. */
function isWriting(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("input, textarea, select, [contenteditable]") !== null;
}
