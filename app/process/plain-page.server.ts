import type { ServerResponse } from "node:http";

/** A page for what is refused before the app itself is asked; it needs no style sheet, script or database. */
export function sendPlainPage(response: ServerResponse, status: number, title: string, text: string): void {
  const style =
    "body{max-inline-size:34rem;margin:18vh auto 0;padding:0 1.5rem;font:1.0625rem/1.6 Georgia,serif;color-scheme:light dark}a{color:inherit}";
  response.writeHead(status, {
    "Content-Type": "text/html; charset=utf-8",
    "Content-Security-Policy":
      "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'",
    "Cache-Control": "no-store",
  });
  response.end(
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style>${style}</style></head>` +
      `<body><main><h1>${title}</h1><p>${text}</p><p><a href="/">To the start page</a></p></main></body></html>`,
  );
}
