import type { MetaDescriptor } from "react-router";

/** Title, description and card of a public page; `url` is absolute, from `APP_ORIGIN`. */
export function pageMeta(page: {
  title: string;
  description: string;
  url: string | undefined;
}): MetaDescriptor[] {
  const { title, description, url } = page;
  return [
    { title },
    { name: "description", content: description },
    { property: "og:type", content: "website" },
    { property: "og:site_name", content: "Conversation Coach" },
    { property: "og:title", content: title },
    { property: "og:description", content: description },
    { name: "twitter:card", content: "summary_large_image" },
    ...(url === undefined
      ? []
      : [
          { property: "og:image", content: new URL("/social-card.png", url).href },
          { property: "og:url", content: url },
          { tagName: "link", rel: "canonical", href: url },
        ]),
  ];
}

/** A page of somebody's own: no index, no card. */
export function privateMeta(title: string): MetaDescriptor[] {
  return [{ title: `${title} · Conversation Coach` }, { name: "robots", content: "noindex" }];
}
