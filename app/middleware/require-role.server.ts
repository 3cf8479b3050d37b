import type { MiddlewareFunction } from "react-router";
import type { Role } from "#app/features/accounts/person.ts";
import { requirePerson, thePerson } from "./require-person.server.ts";

/**
 * Lets only these roles past. Who is signed in as something else gets the same 404 as for a page that is not there: what
 * they may not do is nothing they need to know about.
 */
export function requireRole(...roles: Role[]): MiddlewareFunction<Response>[] {
  return [
    requirePerson,
    ({ context }) => {
      if (!roles.includes(thePerson(context).role)) throw new Response(null, { status: 404 });
    },
  ];
}
