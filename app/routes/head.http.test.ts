import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { paperColor } from "#app/ui/theme.ts";
import { startSite, type TestSite } from "#e2e/site.ts";

/** What search engines and messengers show of each before they cut it. */
const TITLE_CHARACTERS = 60;
const DESCRIPTION_CHARACTERS = 155;

let site: TestSite;
let publicPages: string[];

beforeAll(async () => {
  site = await startSite();
  const sitemap = await (await fetch(`${site.origin}/sitemap.xml`)).text();
  publicPages = Array.from(sitemap.matchAll(/<loc>([^<]+)<\/loc>/g), ([, url = ""]) => new URL(url).pathname);
});
afterAll(() => site.stop());

test("every public page has a title, a description and a card that are shown whole", async () => {
  for (const path of publicPages) {
    const head = await headOf(path);
    const description = head.named("description");
    expect(head.title.length, head.title).toBeLessThanOrEqual(TITLE_CHARACTERS);
    expect(description.length, description).toBeGreaterThan(40);
    expect(description.length, description).toBeLessThanOrEqual(DESCRIPTION_CHARACTERS);
    expect(head.named("og:description")).toBe(description);
    expect(head.named("og:url")).toBe(`${site.origin}${path}`);
    expect(head.named("og:image:alt")).not.toBe("");
    expect(["og:type", "og:site_name", "og:locale", "twitter:card"].map(head.named)).toEqual([
      "website",
      "Conversation Coach",
      "en_GB",
      "summary_large_image",
    ]);
  }
});

test("the card's picture is as large as the page says, and light enough for every messenger", async () => {
  const head = await headOf("/");
  const picture = await bytesOf(head.named("og:image"));
  expect(sizeOf(picture)).toBe(`${head.named("og:image:width")}x${head.named("og:image:height")}`);
  expect(picture.length).toBeLessThan(300_000);
});

test("an invitation's card is the same for each: no name, no scenario, and not in any index", async () => {
  const head = await headOf(`/invite/${await site.invite()}`);
  expect(head.title).toBe("You are invited · Conversation Coach");
  expect(head.named("robots")).toBe("noindex");
  expect(head.named("og:title")).toBe("You are invited to Conversation Coach");
  expect(head.named("og:image")).toBe(`${site.origin}/social-card.png`);
  expect(head.all).not.toMatch(/Grace|og:url|canonical/);
});

describe("the icons", () => {
  test("that a page names are there", async () => {
    const head = await headOf("/");
    expect(head.linked("icon")).toEqual(["/favicon.ico", "/favicon.svg"]);
    for (const rel of ["icon", "apple-touch-icon", "manifest"]) {
      for (const href of head.linked(rel))
        expect((await bytesOf(site.origin + href)).length).toBeGreaterThan(0);
    }
  });

  test("of an installed app have the sizes its manifest promises, one of them for a mask", async () => {
    const answer = await fetch(`${site.origin}/site.webmanifest`);
    expect(answer.headers.get("content-type")).toBe("application/manifest+json");
    const { icons, background_color } = await answer.json();
    expect(background_color).toBe(paperColor.light);
    expect(icons.map(({ purpose = "any" }) => purpose)).toEqual(["any", "any", "maskable"]);
    for (const { src, sizes } of icons) expect(sizeOf(await bytesOf(site.origin + src)), src).toBe(sizes);
  });
});

test("the browser's own bars have the colour of the paper", () => {
  const tokens = readFileSync("app/ui/tokens.css", "utf8");
  expect(tokens).toContain(`--color-paper: light-dark(${paperColor.light}, ${paperColor.dark})`);
});

test("one file of the script's face is asked for early, and text never waits for it", async () => {
  const head = await headOf("/");
  const early = head.linked("preload").filter((href) => href.endsWith(".woff2"));
  expect(early).toHaveLength(1);
  const styles = readFileSync("app/ui/base.css", "utf8");
  expect(styles).toContain(`url("${early[0]}")`);
  const faces = styles.match(/@font-face \{[^}]+\}/g) ?? [];
  const fetched = faces.filter((face) => face.includes("url("));
  expect(fetched.filter((face) => !face.includes("font-display: swap"))).toEqual([]);
});

async function headOf(path: string) {
  const page = await (await fetch(site.origin + path)).text();
  const tags = (name: string) => page.match(new RegExp(`<${name} [^>]+>`, "g")) ?? [];
  const attribute = (tag: string, name: string) => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? "";
  return {
    all: page.slice(0, page.indexOf("</head>")),
    title: unescaped(/<title>([^<]*)<\/title>/.exec(page)?.[1] ?? ""),
    named(name: string) {
      const tag = tags("meta").find((one) =>
        [attribute(one, "name"), attribute(one, "property")].includes(name),
      );
      return unescaped(attribute(tag ?? "", "content"));
    },
    linked: (rel: string) =>
      tags("link")
        .filter((one) => attribute(one, "rel") === rel)
        .map((one) => attribute(one, "href")),
  };
}

async function bytesOf(url: string): Promise<Buffer> {
  const answer = await fetch(url);
  expect(answer.status, url).toBe(200);
  return Buffer.from(await answer.arrayBuffer());
}

/** Width and height of a PNG stand at the same place in each (RFC 2083, 4.1.1). */
function sizeOf(png: Buffer): string {
  return `${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`;
}

function unescaped(text: string): string {
  return text.replaceAll("&#x27;", "'").replaceAll("&quot;", '"').replaceAll("&amp;", "&");
}
