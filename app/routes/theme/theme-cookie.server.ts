import { createCookie } from "react-router";
import type { Site } from "#app/middleware/contexts.ts";
import { type Theme, themes } from "#app/ui/theme.ts";

const yearInSeconds = 365 * 24 * 60 * 60;

/** Nothing in it is secret and nothing depends on its being true, so it is not signed. */
const cookie = createCookie("theme", { path: "/", sameSite: "lax", httpOnly: true });

/** The theme this browser keeps, from its `Cookie` header; the system's where it does not say. */
export async function themeIn(cookies: string | null): Promise<Theme> {
  return themeCalled(await cookie.parse(cookies)) ?? "system";
}

/** The `Set-Cookie` that keeps it for a year, or, as the system says again, drops it. */
export function themeCookie(site: Site, theme: Theme): Promise<string> {
  const maxAge = theme === "system" ? 0 : yearInSeconds;
  return cookie.serialize(theme, { secure: site.secure, maxAge });
}

export function themeCalled(name: unknown): Theme | null {
  return themes.find((theme) => theme === name) ?? null;
}
