import { useLocation, useNavigation } from "react-router";
import { progressWords } from "./ui-words.ts";

/** A line along the top while another page is on its way. It shows itself only after a moment: quick pages do not flicker. */
export function PageProgress() {
  const { pathname } = useLocation();
  const { location: next } = useNavigation();
  return next && next.pathname !== pathname ? <ProgressLine /> : null;
}

export function ProgressLine() {
  return <div role="progressbar" aria-label={progressWords} className="progress-line" />;
}
