/**
 * The path if it leads to a page of ours, else "/". Parsed as a browser would before it is compared: a browser strips
 * tabs and line ends and reads a backslash as a slash, so no pattern on the raw text can be trusted.
 */
export function ownPath(path: string | null, origin: string): string {
  if (!path?.startsWith("/") || !URL.canParse(path, origin)) return "/";
  const url = new URL(path, origin);
  // Dot segments can leave a path that begins with two slashes, which would name another host when followed.
  if (url.origin !== new URL(origin).origin || url.pathname.startsWith("//")) return "/";
  return url.pathname + url.search;
}
