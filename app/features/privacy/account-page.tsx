import CircleAlert from "lucide-react/icons/circle-alert";
import Download from "lucide-react/icons/download";
import type { ReactNode } from "react";
import { Form, Link } from "react-router";
import { turnsLeftWords } from "#app/features/conversations/conversation-words.ts";
import { GoogleForm } from "#app/features/accounts/google-form.tsx";
import type { Progress } from "#app/features/practice/progress/progress.ts";
import { ProgressView } from "#app/features/practice/progress/progress-view.tsx";
import { progressWords } from "#app/features/practice/progress/progress-words.ts";
import { SubmitButton } from "#app/ui/button.tsx";
import { FactList } from "#app/ui/fact-list.tsx";
import { Moment } from "#app/ui/moment.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageSheet } from "#app/ui/page-sheet.tsx";
import type { OwnAccount } from "./account.ts";
import { SpentList } from "./spent-list.tsx";
import { accountWords, keptWords, partWords } from "./privacy-words.ts";

type AccountPageProps = {
  account: OwnAccount;
  progress: Progress;
  /** This site lets people sign in with Google. */
  googleOffered: boolean;
};

/** Somebody's own page: their budget and where it went, how they come in, and all that is theirs to take or to delete. */
export function AccountPage({ account, progress, googleOffered }: AccountPageProps) {
  const { isGuest, hasGoogle, left, usedPart, keptPart, restPart } = account;
  return (
    <PageSheet title={accountWords.title}>
      <Who account={account} />
      <Part title={accountWords.budget}>
        <FactList
          facts={[
            { term: accountWords.left, text: turnsLeftWords(left.turns) },
            { term: accountWords.used, text: partWords(usedPart) },
            ...(keptPart > 0 ? [{ term: accountWords.kept, text: partWords(keptPart) }] : []),
            ...(left.turns === 0 && restPart > 0
              ? [{ term: accountWords.rest, text: partWords(restPart) }]
              : []),
          ]}
        />
        {left.low ? <Notice icon={CircleAlert}>{accountWords.low}</Notice> : null}
        <p className="text-sm text-ink-soft">{accountWords.slice}</p>
        <SpentList account={account} />
      </Part>
      <Part title={progressWords.title}>
        <ProgressView progress={progress} />
      </Part>
      <Part title={accountWords.yours}>
        <ul>
          {[
            { to: "/own-scenarios", words: accountWords.ownScenarios },
            { to: "/account/real-conversations", words: accountWords.realConversations },
          ].map(({ to, words }) => (
            <li key={to}>
              <Link to={to} className="inline-flex min-h-target items-center font-semibold">
                {words}
              </Link>
            </li>
          ))}
        </ul>
      </Part>
      {hasGoogle || googleOffered ? (
        <Part title={accountWords.google}>
          <p>{hasGoogle ? accountWords.linked : accountWords.notLinked}</p>
          {hasGoogle ? null : <GoogleForm returnTo="/account">{accountWords.link}</GoogleForm>}
        </Part>
      ) : null}
      <Part title={accountWords.sessions}>
        <p>{isGuest ? accountWords.everywhereGuest : accountWords.everywhereAbout}</p>
        <Form method="post" action="/logout">
          <input type="hidden" name="everywhere" value="yes" />
          <SubmitButton kind="quiet">{accountWords.everywhere}</SubmitButton>
        </Form>
      </Part>
      <Part title={accountWords.takeAway}>
        <p>{accountWords.takeAwayAbout}</p>
        <Downloads />
      </Part>
      <Part title={accountWords.deleteTitle}>
        <p>{keptWords(isGuest, googleOffered)}</p>
        <p>
          <Link
            to="/account/erasure"
            className="inline-flex min-h-target items-center font-semibold text-alarm"
          >
            {accountWords.deleteLink}
          </Link>
        </p>
      </Part>
    </PageSheet>
  );
}

/** Both files, as links that the browser saves. */
export function Downloads() {
  return (
    <ul className="text-sm">
      {[
        { href: "/account/export.html", words: accountWords.asPage },
        { href: "/account/export.json", words: accountWords.asData },
      ].map(({ href, words }) => (
        <li key={href}>
          <a href={href} download className="inline-flex min-h-target items-center gap-2.5 font-semibold">
            <Download aria-hidden="true" className="size-4 shrink-0" />
            {words}
          </a>
        </li>
      ))}
    </ul>
  );
}

function Who({ account: { isGuest, name, email, since, until } }: { account: OwnAccount }) {
  const facts = [
    ...(name === null ? [] : [{ term: accountWords.name, text: name }]),
    ...(email === null ? [] : [{ term: accountWords.email, text: email }]),
  ];
  return (
    <>
      {isGuest ? <p>{accountWords.guest}</p> : null}
      {facts.length === 0 ? null : <FactList facts={facts} />}
      <p className="flex flex-wrap gap-x-6 text-sm text-ink-soft">
        <span>
          {accountWords.since} <Moment at={since} />
        </span>
        {until === null ? null : (
          <span>
            {accountWords.until} <Moment at={until} />
          </span>
        )}
      </p>
    </>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="space-y-3 border-t border-line pt-5">
      <h2 className="font-script text-xl font-semibold">{title}</h2>
      {children}
    </section>
  );
}
