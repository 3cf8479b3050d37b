import { Form } from "react-router";
import { GoogleForm } from "#app/features/accounts/google-form.tsx";
import { SubmitButton } from "#app/ui/button.tsx";
import { linkOfferWords } from "./link-offer-words.ts";

type LinkOfferProps = {
  why: keyof typeof linkOfferWords.why;
  /** Where to come back to. */
  returnTo: string;
};

/** Asks a guest, in passing, whether they want an account. "Not now" posts to the page that shows it. */
export function LinkOffer({ why, returnTo }: LinkOfferProps) {
  const { title, text } = linkOfferWords.why[why];
  return (
    <section
      aria-labelledby="link-offer"
      className="no-print max-w-2xl rounded-lg border border-line bg-sheet p-5 sm:p-6"
    >
      <h2 id="link-offer" className="font-script text-lg font-semibold">
        {title}
      </h2>
      <p className="mt-1 text-sm text-ink-soft">{text}</p>
      <div className="mt-4 flex flex-wrap items-center gap-3">
        <GoogleForm returnTo={returnTo}>{linkOfferWords.link}</GoogleForm>
        <Form method="post" preventScrollReset>
          <input type="hidden" name="intent" value="dismiss-link" />
          <SubmitButton kind="plain">{linkOfferWords.dismiss}</SubmitButton>
        </Form>
      </div>
    </section>
  );
}
