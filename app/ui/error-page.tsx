import { ButtonLink } from "./button.tsx";

export type ErrorStatus = 400 | 402 | 403 | 404 | 409 | 410 | 413 | 500 | 503;

type ErrorPageProps = {
  status: ErrorStatus;
  /** Words the visitor had typed and that could not be kept anywhere else; shown so that they can be copied. */
  keptText?: string | null;
  /** Where to go on; "/" unless told. */
  back?: { to: string; label: string };
};

/** What happened, what was kept, what to do: in this order, on every error. Goes inside the page shell. */
export function ErrorPage({
  status,
  keptText,
  back = { to: "/", label: "Back to the start" },
}: ErrorPageProps) {
  const words = errorWords[status];
  return (
    <div className="mx-auto max-w-2xl py-4 sm:py-10">
      <p className="small-caps text-ink-soft">{status}</p>
      <h1 className="mt-2 font-script text-2xl font-semibold sm:text-3xl">{words.title}</h1>
      <p className="mt-4 text-base">{words.happened}</p>
      <p className="mt-3 text-base">{words.kept}</p>
      {keptText ? (
        <figure className="mt-6 border-s-2 border-pen ps-4">
          <figcaption className="small-caps text-ink-soft">What you wrote</figcaption>
          <p className="spoken mt-1 font-script text-lg text-pen" dir="auto">
            {keptText}
          </p>
        </figure>
      ) : null}
      <div className="mt-8">
        <ButtonLink to={back.to}>{back.label}</ButtonLink>
      </div>
    </div>
  );
}

/** Also read by titles of error pages. */
export const errorWords: Record<ErrorStatus, { title: string; happened: string; kept: string }> = {
  400: {
    title: "That form could not be read",
    happened: "It came with something this page did not ask for, or without something it needs.",
    kept: "Nothing was changed. Open the page again and send the form from there.",
  },
  402: {
    title: "The practice budget is used up",
    happened: "This message would need more than what is left of your practice budget, so it was not sent.",
    kept: "Nothing was charged, and everything so far is kept. You can still read, end and download your conversations.",
  },
  403: {
    title: "This form came from somewhere else",
    happened:
      "For your safety, forms are only taken from this site's own pages. This one did not say that it was.",
    kept: "Nothing was changed. Open the page again and send the form from there.",
  },
  404: {
    title: "There is nothing here for you",
    happened: "The address may be mistyped, or it leads to something that belongs to someone else.",
    kept: "If it was a conversation of yours, open it in the browser you started it in.",
  },
  409: {
    title: "That crossed with something else",
    happened: "A reply was still on its way, or the same form was sent twice with different words.",
    kept: "What was sent first is kept. Go back, let the reply arrive, and send again.",
  },
  410: {
    title: "This link has ended",
    happened: "It worked once, and it does not any more.",
    kept: "If you practised with it in this browser, your conversations are still there.",
  },
  413: {
    title: "That was too long",
    happened: "A message may have up to 4,000 characters. This one was too large to read.",
    kept: "Everything before it is kept. Go back and send a shorter one.",
  },
  503: {
    title: "We cannot reach our database",
    happened: "This passes, usually within a minute. It was nothing you did.",
    kept: "Reload this page in a moment. If you had just sent something, your browser offers to send it again; it will not be taken twice.",
  },
  500: {
    title: "Something broke on our side",
    happened: "This page could not be made. It was nothing you did.",
    kept: "Whatever you had already sent is kept. Try again in a moment.",
  },
};
