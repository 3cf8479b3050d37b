import type { Locator, Page } from "@playwright/test";
import type { Room } from "./room.ts";

/** One pane of a room: where it stands, and how somebody moves in it. All lengths in CSS pixels. */
export class Pane {
  readonly box: Locator;
  readonly #page: Page;

  constructor(page: Page, box: Locator) {
    this.#page = page;
    this.box = box;
  }

  /** How much there is below what is in view. */
  fromEnd(): Promise<number> {
    return this.box.evaluate((pane) => Math.round(pane.scrollHeight - pane.clientHeight - pane.scrollTop));
  }

  fromStart(): Promise<number> {
    return this.box.evaluate((pane) => Math.round(pane.scrollTop));
  }

  /** How far below the pane's upper edge something in it begins. */
  async below(part: Locator): Promise<number> {
    const [pane, inner] = [await this.box.boundingBox(), await part.boundingBox()];
    return Math.round((inner?.y ?? Number.NaN) - (pane?.y ?? Number.NaN));
  }

  /** Turns the wheel over the pane; negative is up. */
  async wheel(px: number): Promise<void> {
    await this.box.hover();
    await this.#page.mouse.wheel(0, px);
  }
}

export function conversationOf({ page }: Room): Pane {
  return new Pane(page, page.getByRole("log", { name: /^Conversation with/ }));
}

export function coachOf({ page }: Room): Pane {
  return new Pane(page, page.getByRole("group", { name: "Notes of the coach" }));
}
