import { useLocation, useNavigation } from "react-router";
import { progressWords } from "./ui-words.ts";

/** A line along the top while another page is on its way. It shows itself only after a moment: quick pages do not flicker. */
export function PageProgress() {
  const { pathname } = useLocation();
  const { location: next } = useNavigation();
  return next && next.pathname !== pathname ? <ProgressLine /> : null;
}

export function ProgressLine() {
  return (
    // What stands in no part of the page must at least be a status of it.
    <div role="status">
      <div role="progressbar" aria-label={progressWords} className="progress-line" />
    </div>
  );
}
