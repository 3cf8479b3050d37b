import type { ReactNode } from "react";
import {
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  type ShouldRevalidateFunctionArgs,
} from "react-router";
import { siteContext } from "./middleware/contexts.ts";
import { databaseMiddleware } from "./middleware/database.server.ts";
import { securityHeaders } from "./middleware/security-headers.server.ts";
import { ErrorView } from "./routes/error-view.tsx";
import { siteName } from "./routes/page-words.ts";
import { themeIn } from "./routes/theme/theme-cookie.server.ts";
import { FocusNewPage } from "./ui/focus-new-page.tsx";
import { StayWhileOffline } from "./ui/offline-notice.tsx";
import { PageProgress } from "./ui/page-progress.tsx";
import { PageShell } from "./ui/page-shell.tsx";
import { paperColor, type Theme, useTheme } from "./ui/theme.ts";
import type { Route } from "./+types/root";
import stylesheet from "./app.css?url";

export const middleware: Route.MiddlewareFunction[] = [securityHeaders, databaseMiddleware];

export async function loader({ request, context }: Route.LoaderArgs) {
  return { theme: await themeIn(request.headers.get("cookie")), origin: context.get(siteContext).origin };
}

/** Only choosing a theme changes it; a network that is away must not take the page with it. */
export function shouldRevalidate({ formAction }: ShouldRevalidateFunctionArgs) {
  return formAction === "/theme";
}

export const links: Route.LinksFunction = () => [
  { rel: "stylesheet", href: stylesheet },
  {
    rel: "preload",
    href: "/fonts/literata-latin-wght-normal.woff2",
    as: "font",
    type: "font/woff2",
    crossOrigin: "anonymous",
  },
  { rel: "icon", href: "/favicon.ico", sizes: "32x32" },
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml", sizes: "any" },
  { rel: "apple-touch-icon", href: "/apple-touch-icon.png" },
  { rel: "manifest", href: "/site.webmanifest" },
];

export const meta: Route.MetaFunction = ({ error }) =>
  error ? [{ title: siteName }, { name: "robots", content: "noindex" }] : [{ title: siteName }];

export function Layout({ children }: { children: ReactNode }) {
  const theme = useTheme();
  return (
    <html lang="en" data-theme={theme === "system" ? undefined : theme}>
      <head>
        <meta charSet="utf-8" />
        <meta
          name="viewport"
          content="width=device-width, initial-scale=1, viewport-fit=cover, interactive-widget=resizes-content"
        />
        <ThemeMeta theme={theme} />
        <Meta />
        {/* The development server inlines its styles and warns about a nonce it does not know. */}
        <Links nonce={import.meta.env.DEV ? "" : undefined} />
      </head>
      <body>
        {children}
        <FocusNewPage />
        <ScrollRestoration />
        <Scripts />
      </body>
    </html>
  );
}

/** What the browser paints itself: the page before its styles are there, scroll bars, and on a phone its own bars. */
function ThemeMeta({ theme }: { theme: Theme }) {
  if (theme !== "system") {
    return (
      <>
        <meta name="color-scheme" content={theme} />
        <meta name="theme-color" content={paperColor[theme]} />
      </>
    );
  }
  return (
    <>
      <meta name="color-scheme" content="light dark" />
      <meta name="theme-color" content={paperColor.light} media="(prefers-color-scheme: light)" />
      <meta name="theme-color" content={paperColor.dark} media="(prefers-color-scheme: dark)" />
    </>
  );
}

export default function App() {
  return (
    <>
      <StayWhileOffline />
      <PageProgress />
      <Outlet />
    </>
  );
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return (
    <PageShell>
      <ErrorView error={error} />
    </PageShell>
  );
}
