/** Where somebody in a crisis can be helped now. */
export type HelpResource = {
  /** As people there call their own country. */
  country: string;
  /** For danger to life; in the order to try. */
  emergency: string[];
  /**
   * Somebody to talk to, and not the emergency services. `number` is as one dials it; `cost` is said where a call from any
   * phone is not free.
   */
  line: { name: string; number: string; hours: string; cost?: string; text?: string; site: string };
};

const always = "Day and night, every day";

/**
 * By region (ISO 3166-1, lower case). Compared in November 2026 with what is published of each service; nobody has dialled
 * them. Each has to be looked up again twice a year (`docs/operations.md`). A region stands here only with an emergency number, a line for everybody and hours.
 */
export const helpResources = {
  gb: {
    country: "United Kingdom",
    emergency: ["999", "112"],
    line: { name: "Samaritans", number: "116 123", hours: always, site: "https://www.samaritans.org" },
  },
  ie: {
    country: "Ireland",
    emergency: ["112", "999"],
    line: {
      name: "Samaritans",
      number: "116 123",
      hours: always,
      site: "https://www.samaritans.org/ireland",
    },
  },
  us: {
    country: "United States",
    emergency: ["911"],
    line: {
      name: "988 Suicide & Crisis Lifeline",
      number: "988",
      hours: always,
      text: "988",
      site: "https://988lifeline.org",
    },
  },
  ca: {
    country: "Canada",
    emergency: ["911"],
    line: {
      name: "9-8-8 Suicide Crisis Helpline",
      number: "988",
      hours: always,
      text: "988",
      site: "https://988.ca",
    },
  },
  au: {
    country: "Australia",
    emergency: ["000"],
    line: {
      name: "Lifeline",
      number: "13 11 14",
      hours: always,
      cost: "free from a mobile",
      text: "0477 13 11 14",
      site: "https://www.lifeline.org.au",
    },
  },
  nz: {
    country: "New Zealand",
    emergency: ["111"],
    line: {
      name: "1737, Need to talk?",
      number: "1737",
      hours: always,
      text: "1737",
      site: "https://1737.org.nz",
    },
  },
  de: {
    country: "Germany",
    emergency: ["112"],
    line: {
      name: "TelefonSeelsorge",
      number: "0800 111 0 111",
      hours: always,
      site: "https://www.telefonseelsorge.de",
    },
  },
  at: {
    country: "Austria",
    emergency: ["144", "112"],
    line: { name: "TelefonSeelsorge", number: "142", hours: always, site: "https://www.telefonseelsorge.at" },
  },
  ch: {
    country: "Switzerland",
    emergency: ["144", "112"],
    line: {
      name: "Die Dargebotene Hand",
      number: "143",
      hours: always,
      cost: "at most 20 Rappen a call",
      site: "https://www.143.ch",
    },
  },
  fr: {
    country: "France",
    emergency: ["15", "112"],
    line: { name: "3114", number: "3114", hours: always, site: "https://3114.fr" },
  },
  nl: {
    country: "Netherlands",
    emergency: ["112"],
    line: { name: "113 Zelfmoordpreventie", number: "113", hours: always, site: "https://www.113.nl" },
  },
  in: {
    country: "India",
    emergency: ["112"],
    line: { name: "Tele MANAS", number: "14416", hours: always, site: "https://telemanas.mohfw.gov.in" },
  },
} satisfies Record<string, HelpResource>;

export type HelpRegion = keyof typeof helpResources | "other";

/** All that can be chosen; `other` is wherever we know no number of our own. */
export const helpRegions = [
  ...(Object.keys(helpResources) as (keyof typeof helpResources)[]),
  "other",
] as const;

/** For every region: finds a line wherever somebody is. */
export const findAHelpline = { name: "findahelpline.com", site: "https://findahelpline.com" };

export function helpResourceFor(region: HelpRegion): HelpResource | null {
  return region === "other" ? null : helpResources[region];
}

/**
 * A first guess from what a browser says it reads ("en-GB,en;q=0.9"): the region of its first language that names one.
 * It only decides what is shown first; the reader can choose another.
 */
export function regionOfLanguages(acceptLanguage: string | null): HelpRegion {
  for (const [, region = ""] of (acceptLanguage ?? "").matchAll(
    /\b[a-z]{2,3}(?:-[a-z]{4})?-([a-z]{2})\b/giu,
  )) {
    const known = helpRegions.find((one) => one === region.toLowerCase());
    if (known) return known;
  }
  return "other";
}
