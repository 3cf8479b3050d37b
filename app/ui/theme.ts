import { useRouteLoaderData } from "react-router";

/** Light and dark on request, else as the reader's system says. */
export const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

/** The colour of the paper, for the bars a browser draws itself; the same as in tokens.css. */
export const paperColor = { light: "#f9f7f2", dark: "#181715" };

/** What the reader chose, as the root route's loader read it; also on a page that broke before any loader ran. */
export function useTheme(): Theme {
  return useRouteLoaderData<{ theme: Theme }>("root")?.theme ?? "system";
}
