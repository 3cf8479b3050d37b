import { makeInvitation } from "#app/features/invitations/make-invitation.server.ts";
import { openDatabase } from "#db/client.server.ts";
import { Visitor } from "#e2e/visitor.ts";
import { inWords } from "./script.ts";

/** Its coach speaks alongside the partner: both streams of a turn run at once. */
const scenario = "no-to-the-deadline";

/** A conversation is left after so many turns, so that prompts and pages stay as long as those of a real one. */
const turnsEach = 8;

/** How many are made at once. */
const batch = 8;

type Learner = { visitor: Visitor; path: string; turns: number };

/** Guests with a conversation each, all made through the app's own pages. */
export class Learners {
  #database: ReturnType<typeof openDatabase>;
  #origin: string;
  #invitation: Promise<string> | null = null;
  #learners: Learner[] = [];

  constructor(databaseUrl: string, origin: string) {
    this.#database = openDatabase(databaseUrl, { connections: 1 });
    this.#origin = origin;
  }

  /** Makes the first `count` ready for a turn with both lanes: the coach says nothing on a conversation's first. */
  async prepare(count: number): Promise<void> {
    const unready = Array.from({ length: count }, (_, index) => index).filter(
      (index) => (this.#learners[index]?.turns ?? turnsEach) >= turnsEach,
    );
    while (unready.length > 0) {
      await Promise.all(
        unready.splice(0, batch).map(async (index) => {
          const visitor = this.#learners[index]?.visitor ?? (await this.#guest());
          this.#learners[index] = { visitor, path: await visitor.start(scenario), turns: 0 };
          await this.#sayFirst(this.#learners[index]);
        }),
      );
    }
  }

  /** Where the next turn of this learner is to be posted, and as whom. */
  speaker(index: number): { path: string; headers: Record<string, string> } {
    const learner = this.#learners[index];
    if (!learner) throw new Error(`learner ${index} was never made ready`);
    learner.turns++;
    return {
      path: learner.path,
      headers: {
        Cookie: learner.visitor.cookie ?? "",
        Origin: this.#origin,
        "User-Agent": "Mozilla/5.0",
        "Content-Type": "application/x-www-form-urlencoded;charset=UTF-8",
      },
    };
  }

  close(): Promise<void> {
    return this.#database.close();
  }

  async #guest(): Promise<Visitor> {
    this.#invitation ??= makeInvitation(this.#database.db, {
      label: "Bench",
      source: "person",
      seats: 1_000,
      quota: { tokens: 100_000_000, preset: null },
      days: 1,
    });
    const visitor = new Visitor(this.#origin);
    const answer = await visitor.post(`/invite/${await this.#invitation}`, {});
    if (answer.status !== 303) throw new Error(`the invitation was not taken: ${answer.status}`);
    return visitor;
  }

  async #sayFirst(learner: Learner): Promise<void> {
    const answer = await learner.visitor.say(learner.path, inWords({ deltas: 2, perSecond: 60 }));
    if (answer.status !== 303) throw new Error(`the first turn was not taken: ${answer.status}`);
  }
}
