import { useLocation } from "react-router";
import { ButtonLink } from "./button.tsx";
import { KeptWords } from "./kept-words.tsx";
import { errorPageWords, errorWords } from "./ui-words.ts";

export type ErrorStatus = keyof typeof errorWords;

type ErrorPageProps = {
  status: ErrorStatus;
  /** What happened, where a page knows it better than the status does. */
  happened?: string;
  /** What was kept, where a page knows it better than the status does. */
  kept?: string;
  /** Words the visitor had typed and that could not be kept anywhere else; shown so that they can be copied. */
  keptText?: string | null;
  /** Where to go on; "/" unless told. */
  back?: { to: string; label: string };
};

/** What happened, what was kept, what to do: in this order, on every error. Goes inside the page shell. */
export function ErrorPage({
  status,
  happened,
  kept,
  keptText,
  back = { to: "/", label: errorPageWords.back },
}: ErrorPageProps) {
  const { pathname, search } = useLocation();
  const words = errorWords[status];
  return (
    <div className="max-w-2xl py-4 sm:py-10">
      <p className="small-caps text-ink-soft">{status}</p>
      <h1 className="mt-2 font-script text-2xl font-semibold sm:text-3xl">{words.title}</h1>
      <p className="mt-5">{happened ?? words.happened}</p>
      <p className="mt-3">{kept ?? words.kept}</p>
      {keptText ? <KeptWords words={keptText} /> : null}
      <div className="mt-8 flex flex-wrap gap-3">
        {passes.has(status) ? (
          <>
            {/* The whole document: what broke may be a part of it. */}
            <ButtonLink to={pathname + search} reloadDocument>
              {errorPageWords.again}
            </ButtonLink>
            <ButtonLink to={back.to} kind="quiet">
              {back.label}
            </ButtonLink>
          </>
        ) : (
          <ButtonLink to={back.to}>{back.label}</ButtonLink>
        )}
      </div>
    </div>
  );
}

/** What may be gone when the same page is asked for again. */
const passes = new Set<ErrorStatus>([500, 503]);
