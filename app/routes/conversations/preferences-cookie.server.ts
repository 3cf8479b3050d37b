import { createCookie } from "react-router";
import { keptPreferencesSchema } from "#app/features/conversations/forms.ts";
import type { RoomPreferences } from "#app/features/conversations/room-preferences.ts";
import type { Site } from "#app/middleware/contexts.ts";

const yearInSeconds = 365 * 24 * 60 * 60;

/** Nothing in it is secret and nothing depends on its being true, so it is not signed. */
const cookie = createCookie("room", { path: "/", sameSite: "lax", httpOnly: true, maxAge: yearInSeconds });

/** How this browser wants the room, from its `Cookie` header; the usual where it does not say. */
export async function preferencesIn(cookies: string | null): Promise<RoomPreferences> {
  return keptPreferencesSchema.parse(await cookie.parse(cookies));
}

/** The `Set-Cookie` that keeps them for a year. */
export function preferencesCookie(site: Site, preferences: RoomPreferences): Promise<string> {
  return cookie.serialize(preferences, { secure: site.secure });
}
