import { type MiddlewareFunction, redirect, type RouterContextProvider } from "react-router";
import type { Person } from "#app/features/accounts/person.ts";
import { personContext } from "./contexts.ts";

/**
 * Lets only someone signed in (a guest is) past: a page sends others to `/login` and back, a stream answers 401. Set on
 * the layout route: a parent's loader protects nothing, its middleware does.
 */
export const requirePerson: MiddlewareFunction<Response> = ({ request, context }) => {
  if (context.get(personContext)) return;
  const { pathname } = new URL(request.url);
  if (pathname.endsWith("/events")) throw new Response("Sign in first.", { status: 401 });
  throw redirect(loginPath(pathname.replace(/\.data$/, "")), 303);
};

/** Where to sign in and come back from. */
export function loginPath(returnTo: string): string {
  return `/login?returnTo=${encodeURIComponent(returnTo)}`;
}

/** Who asks, behind `requirePerson`. */
export function thePerson(context: Readonly<RouterContextProvider>): Person {
  const person = context.get(personContext);
  if (!person) throw new Error("this route has no requirePerson middleware");
  return person;
}
