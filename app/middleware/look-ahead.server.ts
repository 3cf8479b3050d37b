import type { MiddlewareFunction } from "react-router";
import { isUuid } from "#app/features/conversations/forms.ts";
import { lookAt } from "#app/features/conversations/look.server.ts";
import { databaseContext, lookContext, siteContext } from "./contexts.ts";
import { claimedSession } from "./session.server.ts";

/**
 * Before a message is taken three questions are asked that need nothing of each other: who sends it, is this conversation
 * theirs, and what has been said in it. All three are on their way at once; what the last two find is used only when the
 * first one answers with the person the cookie was sealed for.
 */
export const lookAhead: MiddlewareFunction<Response> = async ({ request, params, context }, next) => {
  const { id = "" } = params;
  if (request.method === "POST" && isUuid(id) && isRoom(new URL(request.url))) {
    const session = await claimedSession(request.headers.get("cookie"), context.get(siteContext));
    if (session)
      context.set(lookContext, lookAt(context.get(databaseContext), { id, ownerId: session.personId }));
  }
  return next();
};

function isRoom({ pathname }: URL): boolean {
  return /^\/conversation\/[^/]+$/.test(pathname);
}
