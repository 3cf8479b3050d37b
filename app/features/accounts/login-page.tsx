import { ButtonLink } from "#app/ui/button.tsx";

type LoginPageProps = {
  /** True when the visitor was on the way to start or open something. */
  cameFromPractice?: boolean;
};

/** How people get in, for now. */
export function LoginPage({ cameFromPractice = false }: LoginPageProps) {
  return (
    <div className="mx-auto max-w-2xl rounded-lg border border-line bg-sheet p-6 shadow-sheet sm:mt-6 sm:p-10">
      <h1 className="font-script text-2xl font-semibold">Entry is by invitation</h1>
      <div className="mt-4 space-y-4">
        {cameFromPractice ? (
          <p>To practise here, you need to have opened an invitation in this browser first.</p>
        ) : null}
        <p>
          For now you get in with an invitation link. Open it, press “Start practising”, and you are in: no
          account and no password. If you were sent one, look for it in your messages.
        </p>
        <p>
          If you have practised here before, use the browser you used then; it still knows you. Nothing of
          yours is lost by coming from another one.
        </p>
        <p>
          You run this yourself? The link is printed in the window where you started it, after “Guest
          invitation”.
        </p>
      </div>
      <div className="mt-6">
        <ButtonLink to="/" kind="quiet">
          See what can be practised
        </ButtonLink>
      </div>
    </div>
  );
}
