import { Form, NavLink } from "react-router";
import { headerButton } from "./header-panel.tsx";
import { visitorWords } from "./ui-words.ts";
import type { Visitor } from "./visitor.ts";

/** The ways a visitor has everywhere: in, to what is theirs, to administration, out. Only those that lead somewhere. */
export function VisitorLinks({ visitor }: { visitor: Visitor | null }) {
  if (visitor === null) return <HeaderLink to="/login">{visitorWords.signIn}</HeaderLink>;
  return (
    <>
      {administers(visitor) ? <HeaderLink to="/admin">{visitorWords.admin}</HeaderLink> : null}
      <HeaderLink to="/conversations">{visitorWords.conversations}</HeaderLink>
      <HeaderLink to="/account">{visitorWords.account}</HeaderLink>
      {/* This browser is a guest's only way back: leaving stands on their page, with what it means. */}
      {visitor.isGuest ? null : (
        <Form method="post" action="/logout">
          <button className={headerButton}>{visitorWords.signOut}</button>
        </Form>
      )}
    </>
  );
}

function HeaderLink({ to, children }: { to: string; children: string }) {
  return (
    <NavLink to={to} className={`${headerButton} aria-[current]:bg-pen-wash aria-[current]:text-pen`}>
      {children}
    </NavLink>
  );
}

function administers({ role }: Visitor): boolean {
  return role === "ADMIN" || role === "POWER_USER";
}
