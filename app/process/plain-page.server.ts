import type { ServerResponse } from "node:http";
import { toStartWords } from "./plain-words.ts";

/** A page for what is refused before the app itself is asked; it needs no style sheet, script or database. */
export function sendPlainPage(
  response: ServerResponse,
  status: number,
  { title, text }: { title: string; text: string },
): void {
  response.writeHead(status, {
    "Content-Type": "text/html; charset=utf-8",
    "Content-Security-Policy":
      "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'",
    "Cache-Control": "no-store",
  });
  response.end(
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style>${style}</style></head>` +
      `<body><main><p>${status}</p><h1>${title}</h1><p>${text}</p><p><a href="/">${toStartWords}</a></p></main></body></html>`,
  );
}

/** The look of our own error pages, with the colours of `ui/tokens.css`, in as few rules as that takes. */
const style = [
  ":root{color-scheme:light dark;background:light-dark(#f9f7f2,#181715);color:light-dark(#24211d,#ebe6dc);font:1.0625rem/1.75 system-ui,sans-serif}",
  "main{max-inline-size:38rem;margin:14vh auto 0;padding:0 1.5rem}",
  "p:first-child{margin:0;font-size:.8125rem;font-weight:600;letter-spacing:.06em;color:light-dark(#5d574d,#b5aea2)}",
  "h1{margin:.25rem 0 1.25rem;font:600 2rem/1.2 Literata,Georgia,serif}",
  "a{display:inline-flex;align-items:center;min-block-size:2.75rem;padding-inline:1.25rem;border-radius:.5rem;border:1px solid transparent;background:light-dark(#24479b,#a9c1f8);color:light-dark(#fff,#131e38);font-size:.9375rem;font-weight:600;text-decoration:none}",
  "a:hover{background:light-dark(#18336f,#c8d8fc)}",
  "a:focus-visible{outline:3px solid light-dark(#24479b,#a9c1f8);outline-offset:2px}",
].join("");
