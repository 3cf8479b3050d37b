import { type RefObject, useEffect, useRef } from "react";

/**
 * Goes on a form that was refused: each new answer (null: none) brings the focus to the first field that is marked, since
 * there what is wrong is told and can be mended. It does nothing where none is.
 */
export function useFocusFault(answer: unknown): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    // Whom to call comes first (the help card beside a form).
    if (answer === null || document.getElementById("help")) return;
    const field = form.current?.querySelector<HTMLElement>(faulty);
    field?.closest("details")?.setAttribute("open", "");
    field?.focus();
  }, [answer]);
  return form;
}

/** Of a group (`data-fault`) its first control. */
const faulty =
  '[aria-invalid="true"], [data-fault] :is(input:not([type="hidden"]), textarea, select, summary)';
