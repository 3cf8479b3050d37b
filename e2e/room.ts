import { expect, type Locator, type Page } from "@playwright/test";

const ON_ITS_WAY = '[aria-busy="true"], .waiting-dots';

/** One conversation as somebody has it on a page: where to write, what stands there, and how to wait for it. */
export class Room {
  readonly page: Page;
  /** `/conversation/…` */
  readonly path: string;
  readonly box: Locator;
  readonly sendButton: Locator;
  readonly stopButton: Locator;
  /** There once something was said; before that it is a panel, which asks. */
  readonly endButton: Locator;
  /** The partner would close; the learner decides. */
  readonly proposal: Locator;
  /** What went wrong, once it has words. */
  readonly alert: Locator;
  /** What is still on its way, the partner's words or the coach's. */
  readonly onItsWay: Locator;
  readonly #scripts: boolean;

  constructor(page: Page, path: string, { scripts = true } = {}) {
    this.page = page;
    this.path = path;
    this.#scripts = scripts;
    this.box = page.getByRole("textbox", { name: /^Your words to/ });
    this.sendButton = page.getByRole("button", { name: "Send" });
    this.stopButton = page.getByRole("button", { name: "Stop" });
    this.endButton = page.getByRole("button", { name: "End practice" });
    this.proposal = page.getByRole("region", { name: /would leave it at this/ });
    this.alert = page.getByRole("alert").filter({ hasText: /\S/ });
    this.onItsWay = page.locator(ON_ITS_WAY);
  }

  /** Opens the page, and waits until its scripts have taken over. */
  async open(): Promise<void> {
    await this.page.goto(this.path);
    await this.ready();
  }

  async ready(): Promise<void> {
    if (this.#scripts) await this.box.evaluate(untilReactHasIt);
  }

  async send(text: string): Promise<void> {
    await this.box.fill(text);
    await this.sendButton.click();
  }

  /** Sends, and waits until both have answered. */
  async say(text: string): Promise<void> {
    const next = await this.turns.count();
    await this.send(text);
    await this.untilAnswered(next);
    // A message that came back, or was never sent, is not answered: it would be lost with the next one that is filled in.
    await expect(this.turn(next)).toBeVisible();
    if (this.#scripts) await expect(this.box).not.toHaveValue(text);
  }

  /** Ends it, and waits for its review. */
  async end(): Promise<void> {
    if ((await this.turns.count()) > 1) await this.endButton.click();
    else {
      await this.page.locator("summary", { hasText: "End practice" }).click();
      await this.page.getByRole("button", { name: "End it" }).click();
    }
    await this.page.waitForURL(`**${this.path}/debrief`);
  }

  async untilAnswered(ordinal: number): Promise<void> {
    await expect(this.turn(ordinal)).toBeVisible();
    // A matcher looks again only after a second; so many replies are waited for that this would add up to minutes.
    if (this.#scripts) await this.page.evaluate(untilGone, ON_ITS_WAY);
    await expect(this.onItsWay).toHaveCount(0);
  }

  /** Every turn on the page, the partner's opener (turn 0) included. */
  get turns(): Locator {
    return this.page.getByRole("log").locator("li[id^=turn-]");
  }

  turn(ordinal: number): Locator {
    return this.page.locator(`#turn-${ordinal}`);
  }

  said(ordinal: number): Locator {
    return this.turn(ordinal).getByRole("article").first().locator(".spoken");
  }

  /** The partner's words of a turn; the partner is always the last who speaks in it. */
  reply(ordinal: number): Locator {
    return this.turn(ordinal).getByRole("article").last().locator(".spoken");
  }

  note(ordinal: number): Locator {
    return this.page.getByRole("note", { name: `The coach’s note on turn ${ordinal}`, exact: true });
  }

  notes(): Locator {
    return this.page.getByRole("note", { name: /^The coach’s note/ });
  }
}

/** Runs in the page. React leaves a mark on each element it has taken over; its effects have run two frames later. */
async function untilReactHasIt(element: Element): Promise<void> {
  const frame = () => new Promise((next) => requestAnimationFrame(next));
  while (!Object.keys(element).some((key) => key.startsWith("__reactProps"))) await frame();
  await frame();
  await frame();
}

/** Runs in the page: until nothing is there that this matches, or ten seconds have passed. */
async function untilGone(selector: string): Promise<void> {
  const deadline = performance.now() + 10_000;
  while (document.querySelector(selector) !== null && performance.now() < deadline)
    await new Promise((next) => requestAnimationFrame(next));
}
