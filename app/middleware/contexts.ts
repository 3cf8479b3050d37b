import { createContext } from "react-router";
import type { GoogleSettings } from "#app/features/accounts/google-settings.ts";
import type { Look } from "#app/features/conversations/look.server.ts";
import type { Person } from "#app/features/accounts/person.ts";
import type { Session } from "#app/features/accounts/session-cookie.server.ts";
import type { Practice } from "#app/features/practice/practice.ts";
import type { Database } from "#db/client.server.ts";

/** What the process is made of; set once for each request by `app/server.ts`. */
export type Site = {
  /** Every absolute URL begins with it; no slash at the end. */
  origin: string;
  secure: boolean;
  sessionKeys: string[];
  /** No key set: the scripted model answers, and pages say so. */
  scripted: boolean;
  /** Null: nobody signs in with Google here. */
  google: GoogleSettings | null;
  /** Whose verified Google address makes them an administrator. */
  adminEmails: string[];
};

export const siteContext = createContext<Site>();
/** Where the request comes from; for counting, never for letting anybody in. */
export const addressContext = createContext<string>();
export const databaseContext = createContext<Database>();
export const practiceContext = createContext<Practice>();
/** Fresh for each response; scripts without it do not run. */
export const nonceContext = createContext<string>();
/** The conversation of this address, looked at for the person of the cookie while that is still being checked. */
export const lookContext = createContext<Look | null>(null);
export const sessionContext = createContext<Session | null>(null);
export const personContext = createContext<Person | null>(null);
/** Set by an action that gives typed words back: its page then leads nowhere else, whatever has become of it. */
export const givesBackContext = createContext<boolean>(false);
/** Set by a page with the form that leads to Google; `securityHeaders` then lets forms go there. */
export const googleFormContext = createContext<boolean>(false);
