import type { RouterContextProvider } from "react-router";
import { googleFormContext, siteContext } from "./contexts.ts";

/**
 * May this page show the form that leads to Google? Also opens the page's policy for it, so ask only where the form
 * stands. False when sign-in with Google is not set up.
 */
export function offerGoogle(context: Readonly<RouterContextProvider>): boolean {
  const offered = context.get(siteContext).google !== null;
  context.set(googleFormContext, offered);
  return offered;
}
