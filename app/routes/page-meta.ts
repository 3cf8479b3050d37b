import type { MetaDescriptor } from "react-router";
import { errorWords } from "#app/ui/ui-words.ts";
import { cardPictureWords, headWords, siteName } from "./page-words.ts";
import { toldStatus } from "./told-status.ts";

/** What search engines show of a title before they cut it. */
const titleCharacters = 60;

/** Title, description and card of a public page; `url` is absolute, from `APP_ORIGIN`. */
export function pageMeta(page: {
  title: string;
  description: string;
  url: string | undefined;
}): MetaDescriptor[] {
  const { title, description, url } = page;
  return [
    { title: title.includes(siteName) ? title : withSiteName(title) },
    { name: "description", content: description },
    { property: "og:type", content: "website" },
    { property: "og:site_name", content: siteName },
    { property: "og:locale", content: "en_GB" },
    { property: "og:title", content: title },
    { property: "og:description", content: description },
    { name: "twitter:card", content: "summary_large_image" },
    ...(url === undefined
      ? []
      : [
          ...cardPicture(url),
          { property: "og:url", content: url },
          { tagName: "link", rel: "canonical", href: url },
        ]),
  ];
}

/** The picture on the card; messengers take none whose address is not absolute. */
export function cardPicture(site: string): MetaDescriptor[] {
  return [
    { property: "og:image", content: new URL("/social-card.png", site).href },
    { property: "og:image:width", content: "1200" },
    { property: "og:image:height", content: "630" },
    { property: "og:image:alt", content: cardPictureWords },
  ];
}

/** A page of somebody's own: no index, no card. */
export function privateMeta(title: string): MetaDescriptor[] {
  return [{ title: `${title} · ${siteName}` }, { name: "robots", content: "noindex" }];
}

/** The page that stands in place of one that is not there, or broke. */
export function errorMeta(error: unknown): MetaDescriptor[] {
  const status = toldStatus(error);
  return privateMeta(status === 404 ? headWords.notFound.title : errorWords[status].title);
}

/** Where both do not fit, the page's own words are what the name would be cut from. */
function withSiteName(title: string): string {
  const both = `${title} · ${siteName}`;
  return both.length <= titleCharacters ? both : title;
}
